#include "checks/measure.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "checks/label_sense.h"

namespace finwh {
namespace {

struct MeasureName {
  Measure measure;
  std::string_view name;  // folded
};

// How lines and sentences name the measures, folded and without words of basis. The first name of a measure is its own.
constexpr std::array kNames = {
    MeasureName{Measure::revenue, "revenue"},
    MeasureName{Measure::revenue, "revenues"},
    MeasureName{Measure::revenue, "net revenue"},
    MeasureName{Measure::revenue, "net revenues"},
    MeasureName{Measure::revenue, "total revenue"},
    MeasureName{Measure::revenue, "total revenues"},
    MeasureName{Measure::revenue, "total net revenue"},
    MeasureName{Measure::revenue, "total net revenues"},
    MeasureName{Measure::revenue, "net sales"},
    MeasureName{Measure::revenue, "total net sales"},
    MeasureName{Measure::revenue, "total sales"},
    MeasureName{Measure::revenue, "sales"},
    MeasureName{Measure::revenue, "net operating revenues"},
    MeasureName{Measure::revenue, "operating revenues"},
    MeasureName{Measure::revenue, "total operating revenues"},
    MeasureName{Measure::cost_of_revenue, "cost of revenue"},
    MeasureName{Measure::cost_of_revenue, "cost of revenues"},
    MeasureName{Measure::cost_of_revenue, "cost of sales"},
    MeasureName{Measure::cost_of_revenue, "cost of goods sold"},
    MeasureName{Measure::cost_of_revenue, "total cost of revenue"},
    MeasureName{Measure::cost_of_revenue, "total cost of revenues"},
    MeasureName{Measure::cost_of_revenue, "total cost of sales"},
    MeasureName{Measure::gross_profit, "gross profit"},
    MeasureName{Measure::gross_profit, "gross margin"},
    MeasureName{Measure::operating_expenses, "operating expenses"},
    MeasureName{Measure::operating_expenses, "total operating expenses"},
    MeasureName{Measure::operating_income, "operating income"},
    MeasureName{Measure::operating_income, "income from operations"},
    MeasureName{Measure::operating_income, "operating profit"},
    MeasureName{Measure::operating_income, "operating earnings"},
    MeasureName{Measure::operating_income, "loss from operations"},
    MeasureName{Measure::operating_income, "operating loss"},
    MeasureName{Measure::operating_income, "profit from operations"},
    MeasureName{Measure::pretax_income, "income before income taxes"},
    MeasureName{Measure::pretax_income, "income before provision for income taxes"},
    MeasureName{Measure::pretax_income, "income before taxes"},
    MeasureName{Measure::pretax_income, "earnings before income taxes"},
    MeasureName{Measure::pretax_income, "income before income tax"},
    MeasureName{Measure::pretax_income, "loss before income taxes"},
    MeasureName{Measure::pretax_income, "profit before tax"},
    MeasureName{Measure::income_tax, "provision for income taxes"},
    MeasureName{Measure::income_tax, "income tax expense"},
    MeasureName{Measure::income_tax, "income taxes"},
    MeasureName{Measure::income_tax, "income tax provision"},
    MeasureName{Measure::income_tax, "provision for taxes"},
    MeasureName{Measure::income_tax, "income tax"},
    MeasureName{Measure::net_income, "net income"},
    MeasureName{Measure::net_income, "net earnings"},
    MeasureName{Measure::net_income, "net loss"},
    MeasureName{Measure::net_income, "net profit"},
    MeasureName{Measure::net_income, "net income attributable to common stockholders"},
    MeasureName{Measure::net_income, "net income attributable to common shareholders"},
    MeasureName{Measure::net_income, "net income available to common stockholders"},
    MeasureName{Measure::net_income, "net income available to common shareholders"},
    MeasureName{Measure::eps_diluted, "diluted earnings per share"},
    MeasureName{Measure::eps_diluted, "earnings per diluted share"},
    MeasureName{Measure::eps_diluted, "net income per diluted share"},
    MeasureName{Measure::eps_diluted, "diluted net income per share"},
    MeasureName{Measure::eps_diluted, "diluted eps"},
    MeasureName{Measure::eps_diluted, "earnings per share"},
    MeasureName{Measure::eps_diluted, "eps"},
    MeasureName{Measure::eps_basic, "basic earnings per share"},
    MeasureName{Measure::eps_basic, "basic eps"},
    MeasureName{Measure::total_assets, "total assets"},
    MeasureName{Measure::liabilities_and_equity, "total liabilities and stockholders equity"},
    MeasureName{Measure::liabilities_and_equity, "total liabilities and shareholders equity"},
    MeasureName{Measure::liabilities_and_equity, "total liabilities and equity"},
    MeasureName{Measure::liabilities_and_equity, "total equity and liabilities"},
    MeasureName{Measure::liabilities, "total liabilities"},
    MeasureName{Measure::equity, "total stockholders equity"},
    MeasureName{Measure::equity, "total shareholders equity"},
    MeasureName{Measure::equity, "total equity"},
    MeasureName{Measure::cash, "cash and cash equivalents"},
    MeasureName{Measure::operating_cash_flow, "operating cash flow"},
    MeasureName{Measure::operating_cash_flow, "net cash provided by operating activities"},
    MeasureName{Measure::operating_cash_flow, "net cash from operating activities"},
    MeasureName{Measure::operating_cash_flow, "net cash flows from operations"},
    MeasureName{Measure::operating_cash_flow, "net cash flow from operations"},
    MeasureName{Measure::operating_cash_flow, "net cash provided by operations"},
    MeasureName{Measure::operating_cash_flow, "net cash used in operating activities"},
    MeasureName{Measure::operating_cash_flow, "cash provided by operating activities"},
    MeasureName{Measure::operating_cash_flow, "cash provided by operations"},
    MeasureName{Measure::operating_cash_flow, "cash flows from operations"},
    MeasureName{Measure::operating_cash_flow, "cash flow from operations"},
    MeasureName{Measure::operating_cash_flow, "cash flow from operating activities"},
    MeasureName{Measure::operating_cash_flow, "cash flows from operating activities"},
    MeasureName{Measure::operating_cash_flow, "cash from operations"},
    MeasureName{Measure::capital_expenditures, "capital expenditures"},
    MeasureName{Measure::capital_expenditures, "capital expenditure"},
    MeasureName{Measure::capital_expenditures, "purchases of property and equipment"},
    MeasureName{Measure::capital_expenditures, "purchases of property and equipment net"},
    MeasureName{Measure::capital_expenditures, "purchases of property plant and equipment"},
    MeasureName{Measure::capital_expenditures, "additions to property plant and equipment"},
    MeasureName{Measure::capital_expenditures, "additions to property and equipment"},
    MeasureName{Measure::capital_expenditures, "payments for acquisition of property plant and equipment"},
    MeasureName{Measure::depreciation, "depreciation"},
    MeasureName{Measure::stock_compensation, "stock based compensation"},
    MeasureName{Measure::stock_compensation, "stock based compensation expense"},
    MeasureName{Measure::stock_compensation, "share based compensation"},
    MeasureName{Measure::stock_compensation, "share based compensation expense"},
    MeasureName{Measure::free_cash_flow, "free cash flow"},
    MeasureName{Measure::ebitda, "ebitda"},
};

struct ConceptMeasure {
  std::string_view concept_name;
  Measure measure;
};

constexpr std::array kConcepts = {
    ConceptMeasure{"Revenues", Measure::revenue},
    ConceptMeasure{"RevenueFromContractWithCustomerExcludingAssessedTax", Measure::revenue},
    ConceptMeasure{"SalesRevenueNet", Measure::revenue},
    ConceptMeasure{"CostOfRevenue", Measure::cost_of_revenue},
    ConceptMeasure{"GrossProfit", Measure::gross_profit},
    ConceptMeasure{"OperatingExpenses", Measure::operating_expenses},
    ConceptMeasure{"OperatingIncomeLoss", Measure::operating_income},
    ConceptMeasure{"IncomeLossFromContinuingOperationsBeforeIncomeTaxes", Measure::pretax_income},
    ConceptMeasure{"IncomeTaxExpenseBenefit", Measure::income_tax},
    ConceptMeasure{"NetIncomeLoss", Measure::net_income},
    ConceptMeasure{"ProfitLoss", Measure::net_income},
    ConceptMeasure{"NetIncomeLossAvailableToCommonStockholdersBasic", Measure::net_income},
    ConceptMeasure{"EarningsPerShareBasic", Measure::eps_basic},
    ConceptMeasure{"EarningsPerShareDiluted", Measure::eps_diluted},
    ConceptMeasure{"EarningsPerShareBasicAndDiluted", Measure::eps_both},
    ConceptMeasure{"WeightedAverageNumberOfSharesOutstandingBasic", Measure::shares_basic},
    ConceptMeasure{"WeightedAverageNumberOfDilutedSharesOutstanding", Measure::shares_diluted},
    ConceptMeasure{"Assets", Measure::total_assets},
    ConceptMeasure{"LiabilitiesAndStockholdersEquity", Measure::liabilities_and_equity},
    ConceptMeasure{"Liabilities", Measure::liabilities},
    ConceptMeasure{"StockholdersEquity", Measure::equity},
    ConceptMeasure{"CashAndCashEquivalentsAtCarryingValue", Measure::cash},
    ConceptMeasure{"CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents", Measure::cash},
    ConceptMeasure{"NetCashProvidedByUsedInOperatingActivities", Measure::operating_cash_flow},
    ConceptMeasure{"PaymentsToAcquirePropertyPlantAndEquipment", Measure::capital_expenditures},
    ConceptMeasure{"Depreciation", Measure::depreciation},
    ConceptMeasure{"ShareBasedCompensation", Measure::stock_compensation},
    ConceptMeasure{"AllocatedShareBasedCompensationExpense", Measure::stock_compensation},
};

// Basic, diluted or both, as the label or else the nearest heading says.
template <typename Choose>
Measure by_dilution(const Fact& fact, Choose choose) {
  std::string words = fold(fact.label);
  for (std::size_t up = 0; up <= fact.section_path.size(); ++up) {
    if (up > 0) words = fold(fact.section_path[fact.section_path.size() - up]);
    const bool basic = contains_word(words, "basic");
    const bool diluted = contains_word(words, "diluted") || contains_word(words, "dilution");
    if (basic || diluted) return choose(basic, diluted);
  }
  return Measure::none;
}

bool speaks_of_income(const Fact& fact) {
  std::string words = fold(fact.label);
  for (const std::string& heading : fact.section_path) words += " " + fold(heading);
  return !contains_word(words, "dividend") && !contains_word(words, "dividends") && !contains_word(words, "book");
}

}  // namespace

std::string_view to_string(Measure measure) {
  for (const MeasureName& entry : kNames)
    if (entry.measure == measure) return entry.name;
  switch (measure) {
    case Measure::eps_both: return "basic and diluted earnings per share";
    case Measure::shares_basic: return "basic shares";
    case Measure::shares_diluted: return "diluted shares";
    case Measure::shares_both: return "basic and diluted shares";
    default: return "";
  }
}

Measure measure_of(const Fact& fact) {
  for (const ConceptMeasure& entry : kConcepts)
    if (entry.concept_name == fact.concept_name) return entry.measure;
  if (fact.unit.ends_with("/share")) {
    if (!speaks_of_income(fact)) return Measure::none;
    return by_dilution(fact, [](bool basic, bool diluted) {
      return basic && diluted ? Measure::eps_both : basic ? Measure::eps_basic : Measure::eps_diluted;
    });
  }
  if (fact.unit == "shares") {
    return by_dilution(fact, [](bool basic, bool diluted) {
      return basic && diluted ? Measure::shares_both : basic ? Measure::shares_basic : Measure::shares_diluted;
    });
  }
  const std::string words = sense_of(fact.label).words;
  const std::string quantity = quantity_of(fact.label);
  for (const MeasureName& entry : kNames)
    if (entry.name == words || entry.name == quantity) return entry.measure;
  return Measure::none;
}

NamedMeasure measure_at(std::string_view folded) {
  NamedMeasure longest;
  for (const MeasureName& entry : kNames) {
    const bool whole = folded.starts_with(entry.name) && (folded.size() == entry.name.size() || folded[entry.name.size()] == ' ');
    if (whole && entry.name.size() > longest.length) longest = {entry.measure, entry.name.size()};
  }
  return longest;
}

}  // namespace finwh
