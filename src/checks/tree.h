// The proof of a fact as a tree: the relation that gives it, the figures that it is made of, and so on down to cells that no
// relation explains. Knows the model headers; printing is for the caller, apart from plain text.
#pragma once

#include <string>
#include <vector>

#include "checks/check.h"
#include "facts/fact.h"

namespace finwh {

// One line of the tree in reading order. A fact that the tree has explained before stands again without what is below it.
struct ProofLine {
  int depth = 0;   // 0 = the fact asked for
  int fact = 0;    // index into Release::facts
  int weight = 0;  // +1 or -1 in the relation of the line above it; 0 at the root
  int check = -1;  // the relation that proves it from the lines below; -1 = a cell that none gives
  bool again = false;
};

struct ProofTree {
  std::vector<ProofLine> lines;    // at most kMaxProofLines
  std::vector<int> takes_part_in;  // other checks of the root fact, in the report's order
};

inline constexpr std::size_t kMaxProofLines = 500;

// Of several relations that hold and give a fact, sums and walks come before ratios, and those before ties.
ProofTree proof_tree(const Release& release, const CheckReport& report, int fact);

// The tree for people: label, printed cell, source line, relation with its status.
std::string to_text(const Release& release, const CheckReport& report, const ProofTree& tree);

}  // namespace finwh
