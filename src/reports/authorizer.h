// What a query may do to SQLite: read. The list of what is allowed is short and everything else is refused.
#pragma once

#include <string>

namespace finwh {

// True when the action (an SQLITE_ action code of sqlite3_set_authorizer with its two arguments, which may be null) only reads.
// Otherwise `refused` says in words what was asked for.
bool is_reading(int action, const char* first, const char* second, std::string& refused);

}  // namespace finwh
