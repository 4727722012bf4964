#include "checks/key_figure.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "checks/phrase_table.h"

namespace finwh {
namespace {

struct FigureName {
  KeyFigure value;
  std::string_view words;  // folded
};

// How lines and sentences name the measures, folded and without words of basis. The first name of a figure is its own.
constexpr std::array kNames = {
    FigureName{KeyFigure::revenue, "revenue"},
    FigureName{KeyFigure::revenue, "revenues"},
    FigureName{KeyFigure::revenue, "net revenue"},
    FigureName{KeyFigure::revenue, "net revenues"},
    FigureName{KeyFigure::revenue, "total revenue"},
    FigureName{KeyFigure::revenue, "total revenues"},
    FigureName{KeyFigure::revenue, "total net revenue"},
    FigureName{KeyFigure::revenue, "total net revenues"},
    FigureName{KeyFigure::revenue, "net sales"},
    FigureName{KeyFigure::revenue, "total net sales"},
    FigureName{KeyFigure::revenue, "total sales"},
    FigureName{KeyFigure::revenue, "sales"},
    FigureName{KeyFigure::revenue, "net operating revenues"},
    FigureName{KeyFigure::revenue, "operating revenues"},
    FigureName{KeyFigure::revenue, "total operating revenues"},
    FigureName{KeyFigure::cost_of_revenue, "cost of revenue"},
    FigureName{KeyFigure::cost_of_revenue, "cost of revenues"},
    FigureName{KeyFigure::cost_of_revenue, "cost of sales"},
    FigureName{KeyFigure::cost_of_revenue, "cost of goods sold"},
    FigureName{KeyFigure::cost_of_revenue, "total cost of revenue"},
    FigureName{KeyFigure::cost_of_revenue, "total cost of revenues"},
    FigureName{KeyFigure::cost_of_revenue, "total cost of sales"},
    FigureName{KeyFigure::gross_profit, "gross profit"},
    FigureName{KeyFigure::gross_profit, "gross margin"},
    FigureName{KeyFigure::operating_expenses, "operating expenses"},
    FigureName{KeyFigure::operating_expenses, "total operating expenses"},
    FigureName{KeyFigure::operating_income, "operating income"},
    FigureName{KeyFigure::operating_income, "income from operations"},
    FigureName{KeyFigure::operating_income, "operating profit"},
    FigureName{KeyFigure::operating_income, "operating earnings"},
    FigureName{KeyFigure::operating_income, "loss from operations"},
    FigureName{KeyFigure::operating_income, "operating loss"},
    FigureName{KeyFigure::operating_income, "profit from operations"},
    FigureName{KeyFigure::pretax_income, "income before income taxes"},
    FigureName{KeyFigure::pretax_income, "income before provision for income taxes"},
    FigureName{KeyFigure::pretax_income, "income before taxes"},
    FigureName{KeyFigure::pretax_income, "earnings before income taxes"},
    FigureName{KeyFigure::pretax_income, "income before income tax"},
    FigureName{KeyFigure::pretax_income, "loss before income taxes"},
    FigureName{KeyFigure::pretax_income, "profit before tax"},
    FigureName{KeyFigure::income_tax, "provision for income taxes"},
    FigureName{KeyFigure::income_tax, "income tax expense"},
    FigureName{KeyFigure::income_tax, "income taxes"},
    FigureName{KeyFigure::income_tax, "income tax provision"},
    FigureName{KeyFigure::income_tax, "provision for taxes"},
    FigureName{KeyFigure::income_tax, "income tax"},
    FigureName{KeyFigure::net_income, "net income"},
    FigureName{KeyFigure::net_income, "net earnings"},
    FigureName{KeyFigure::net_income, "net loss"},
    FigureName{KeyFigure::net_income, "net profit"},
    FigureName{KeyFigure::net_income, "net income attributable to common stockholders"},
    FigureName{KeyFigure::net_income, "net income attributable to common shareholders"},
    FigureName{KeyFigure::net_income, "net income available to common stockholders"},
    FigureName{KeyFigure::net_income, "net income available to common shareholders"},
    FigureName{KeyFigure::eps_diluted, "diluted earnings per share"},
    FigureName{KeyFigure::eps_diluted, "earnings per diluted share"},
    FigureName{KeyFigure::eps_diluted, "net income per diluted share"},
    FigureName{KeyFigure::eps_diluted, "diluted net income per share"},
    FigureName{KeyFigure::eps_diluted, "diluted eps"},
    FigureName{KeyFigure::eps_diluted, "earnings per share"},
    FigureName{KeyFigure::eps_diluted, "eps"},
    FigureName{KeyFigure::eps_basic, "basic earnings per share"},
    FigureName{KeyFigure::eps_basic, "basic eps"},
    FigureName{KeyFigure::total_assets, "total assets"},
    FigureName{KeyFigure::liabilities_and_equity, "total liabilities and stockholders equity"},
    FigureName{KeyFigure::liabilities_and_equity, "total liabilities and shareholders equity"},
    FigureName{KeyFigure::liabilities_and_equity, "total liabilities and equity"},
    FigureName{KeyFigure::liabilities_and_equity, "total equity and liabilities"},
    FigureName{KeyFigure::liabilities, "total liabilities"},
    FigureName{KeyFigure::equity, "total stockholders equity"},
    FigureName{KeyFigure::equity, "total shareholders equity"},
    FigureName{KeyFigure::equity, "total equity"},
    FigureName{KeyFigure::cash, "cash and cash equivalents"},
    FigureName{KeyFigure::operating_cash_flow, "operating cash flow"},
    FigureName{KeyFigure::operating_cash_flow, "net cash provided by operating activities"},
    FigureName{KeyFigure::operating_cash_flow, "net cash from operating activities"},
    FigureName{KeyFigure::operating_cash_flow, "net cash flows from operations"},
    FigureName{KeyFigure::operating_cash_flow, "net cash flow from operations"},
    FigureName{KeyFigure::operating_cash_flow, "net cash provided by operations"},
    FigureName{KeyFigure::operating_cash_flow, "net cash used in operating activities"},
    FigureName{KeyFigure::operating_cash_flow, "cash provided by operating activities"},
    FigureName{KeyFigure::operating_cash_flow, "cash provided by operations"},
    FigureName{KeyFigure::operating_cash_flow, "cash flows from operations"},
    FigureName{KeyFigure::operating_cash_flow, "cash flow from operations"},
    FigureName{KeyFigure::operating_cash_flow, "cash flow from operating activities"},
    FigureName{KeyFigure::operating_cash_flow, "cash flows from operating activities"},
    FigureName{KeyFigure::operating_cash_flow, "cash from operations"},
    FigureName{KeyFigure::capital_expenditures, "capital expenditures"},
    FigureName{KeyFigure::capital_expenditures, "capital expenditure"},
    FigureName{KeyFigure::capital_expenditures, "purchases of property and equipment"},
    FigureName{KeyFigure::capital_expenditures, "purchases of property and equipment net"},
    FigureName{KeyFigure::capital_expenditures, "purchases of property plant and equipment"},
    FigureName{KeyFigure::capital_expenditures, "additions to property plant and equipment"},
    FigureName{KeyFigure::capital_expenditures, "additions to property and equipment"},
    FigureName{KeyFigure::capital_expenditures, "payments for acquisition of property plant and equipment"},
    FigureName{KeyFigure::depreciation, "depreciation"},
    FigureName{KeyFigure::stock_compensation, "stock based compensation"},
    FigureName{KeyFigure::stock_compensation, "stock based compensation expense"},
    FigureName{KeyFigure::stock_compensation, "share based compensation"},
    FigureName{KeyFigure::stock_compensation, "share based compensation expense"},
    FigureName{KeyFigure::free_cash_flow, "free cash flow"},
    FigureName{KeyFigure::ebitda, "ebitda"},
};

struct ConceptFigure {
  std::string_view words;  // the concept's name
  KeyFigure value;
};

constexpr std::array kConcepts = {
    ConceptFigure{"Revenues", KeyFigure::revenue},
    ConceptFigure{"RevenueFromContractWithCustomerExcludingAssessedTax", KeyFigure::revenue},
    ConceptFigure{"SalesRevenueNet", KeyFigure::revenue},
    ConceptFigure{"CostOfRevenue", KeyFigure::cost_of_revenue},
    ConceptFigure{"GrossProfit", KeyFigure::gross_profit},
    ConceptFigure{"OperatingExpenses", KeyFigure::operating_expenses},
    ConceptFigure{"NoninterestExpense", KeyFigure::operating_expenses},
    ConceptFigure{"OperatingIncomeLoss", KeyFigure::operating_income},
    ConceptFigure{"IncomeLossFromContinuingOperationsBeforeIncomeTaxes", KeyFigure::pretax_income},
    ConceptFigure{"IncomeTaxExpenseBenefit", KeyFigure::income_tax},
    ConceptFigure{"NetIncomeLoss", KeyFigure::net_income},
    ConceptFigure{"ProfitLoss", KeyFigure::net_income},
    ConceptFigure{"NetIncomeLossAvailableToCommonStockholdersBasic", KeyFigure::net_income},
    ConceptFigure{"EarningsPerShareBasic", KeyFigure::eps_basic},
    ConceptFigure{"EarningsPerShareDiluted", KeyFigure::eps_diluted},
    ConceptFigure{"EarningsPerShareBasicAndDiluted", KeyFigure::eps_both},
    ConceptFigure{"WeightedAverageNumberOfSharesOutstandingBasic", KeyFigure::shares_basic},
    ConceptFigure{"WeightedAverageNumberOfDilutedSharesOutstanding", KeyFigure::shares_diluted},
    ConceptFigure{"Assets", KeyFigure::total_assets},
    ConceptFigure{"LiabilitiesAndStockholdersEquity", KeyFigure::liabilities_and_equity},
    ConceptFigure{"Liabilities", KeyFigure::liabilities},
    ConceptFigure{"StockholdersEquity", KeyFigure::equity},
    ConceptFigure{"CashAndCashEquivalentsAtCarryingValue", KeyFigure::cash},
    ConceptFigure{"NetCashProvidedByUsedInOperatingActivities", KeyFigure::operating_cash_flow},
    ConceptFigure{"PaymentsToAcquirePropertyPlantAndEquipment", KeyFigure::capital_expenditures},
    ConceptFigure{"Depreciation", KeyFigure::depreciation},
    ConceptFigure{"ShareBasedCompensation", KeyFigure::stock_compensation},
    ConceptFigure{"AllocatedShareBasedCompensationExpense", KeyFigure::stock_compensation},
};

// Basic, diluted or both, as the label or else the nearest heading says.
template <typename Choose>
KeyFigure by_dilution(const Fact& fact, Choose choose) {
  std::string words = fold(fact.label);
  for (std::size_t up = 0; up <= fact.section_path.size(); ++up) {
    if (up > 0) words = fold(fact.section_path[fact.section_path.size() - up]);
    const bool basic = contains_word(words, "basic");
    const bool diluted = contains_word(words, "diluted") || contains_word(words, "dilution");
    if (basic || diluted) return choose(basic, diluted);
  }
  return KeyFigure::none;
}

bool speaks_of_income(const Fact& fact) {
  std::string words = fold(fact.label);
  for (const std::string& heading : fact.section_path) words += " " + fold(heading);
  return !contains_word(words, "dividend") && !contains_word(words, "dividends") && !contains_word(words, "book");
}

// "Net income attributable to X", where X is the company or its holders, not those of a part of it.
bool is_owners_income(std::string_view words) {
  constexpr std::array<std::string_view, 4> kIncomes = {"net income", "net loss", "net earnings", "net profit"};
  constexpr std::array<std::string_view, 3> kOwned = {"attributable to", "available to", "applicable to"};
  constexpr std::array<std::string_view, 6> kOthers = {"controlling", "noncontrolling", "minority",
                                                       "preferred",   "participating",  "per share"};
  const auto says = [&](std::string_view part) { return contains_word(words, part); };
  const bool income = std::any_of(kIncomes.begin(), kIncomes.end(), [&](std::string_view name) { return words.find(name) < 12; });
  return income && std::any_of(kOwned.begin(), kOwned.end(), says) && std::none_of(kOthers.begin(), kOthers.end(), says);
}

const PhraseTable<KeyFigure>& names() {
  static const PhraseTable<KeyFigure> table(kNames);
  return table;
}

}  // namespace

std::string_view to_string(KeyFigure figure) {
  for (const FigureName& entry : kNames)
    if (entry.value == figure) return entry.words;
  switch (figure) {
    case KeyFigure::eps_both: return "basic and diluted earnings per share";
    case KeyFigure::shares_basic: return "basic shares";
    case KeyFigure::shares_diluted: return "diluted shares";
    case KeyFigure::shares_both: return "basic and diluted shares";
    default: return "";
  }
}

KeyFigure figure_of(const Fact& fact, const LabelSense& sense, std::string_view quantity) {
  static const PhraseTable<KeyFigure> concepts(kConcepts);
  if (!fact.concept_name.empty())
    if (const auto* entry = concepts.whole(fact.concept_name)) return entry->value;
  if (fact.unit.ends_with("/share")) {
    if (!speaks_of_income(fact)) return KeyFigure::none;
    return by_dilution(fact, [](bool basic, bool diluted) {
      return basic && diluted ? KeyFigure::eps_both : basic ? KeyFigure::eps_basic : KeyFigure::eps_diluted;
    });
  }
  if (fact.unit == "shares") {
    return by_dilution(fact, [](bool basic, bool diluted) {
      return basic && diluted ? KeyFigure::shares_both : basic ? KeyFigure::shares_basic : KeyFigure::shares_diluted;
    });
  }
  if (const auto* entry = names().whole(sense.words)) return entry->value;
  if (const auto* entry = names().whole(quantity)) return entry->value;
  return is_owners_income(sense.words) ? KeyFigure::net_income : KeyFigure::none;
}

NamedFigure figure_at(std::string_view folded) {
  const auto* entry = names().at_start(folded);
  return entry == nullptr ? NamedFigure{} : NamedFigure{entry->value, entry->words.size()};
}

}  // namespace finwh
