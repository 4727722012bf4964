#include "checks/tree.h"

#include <fmt/format.h>

#include <algorithm>

#include "checks/proof.h"

namespace finwh {
namespace {

bool holds(const Check& check) { return check.status == CheckStatus::pass || check.status == CheckStatus::rounding; }

// Is it a comparison that gives no value, so that nothing is proven from below?
bool only_orders(const Check& check) { return check.rule == "basic-diluted"; }

class TreeBuilder {
 public:
  TreeBuilder(const Release& release, const CheckReport& report)
      : report_(report), gives_(release.facts.size(), -1), seen_(release.facts.size()) {
    for (std::size_t i = 0; i < report.checks.size(); ++i) {
      const Check& check = report.checks[i];
      if (!holds(check) || check.terms.empty() || is_tie(check.rule) || only_orders(check)) continue;
      int& best = gives_[static_cast<std::size_t>(check.terms.front().fact)];
      const bool better = best < 0 || rank(check) < rank(report.checks[static_cast<std::size_t>(best)]);
      if (better) best = static_cast<int>(i);
    }
  }

  ProofTree build(int fact) {
    ProofTree tree;
    add(tree, fact, 0, 0);
    const int own = tree.lines.front().check;
    for (std::size_t i = 0; i < report_.checks.size(); ++i) {
      if (static_cast<int>(i) == own) continue;
      const auto& terms = report_.checks[i].terms;
      if (std::any_of(terms.begin(), terms.end(), [&](const CheckTerm& t) { return t.fact == fact; }))
        tree.takes_part_in.push_back(static_cast<int>(i));
    }
    return tree;
  }

 private:
  static int rank(const Check& check) { return check.calculation >= 0 ? 0 : 1; }

  // Depth is bounded by the number of facts, since no fact is explained twice; the stack is explicit all the same.
  void add(ProofTree& tree, int root, int weight, int depth) {
    struct Pending {
      int fact;
      int weight;
      int depth;
    };
    std::vector<Pending> stack = {{root, weight, depth}};
    while (!stack.empty() && tree.lines.size() < kMaxProofLines) {
      const Pending next = stack.back();
      stack.pop_back();
      const auto fact = static_cast<std::size_t>(next.fact);
      ProofLine line{next.depth, next.fact, next.weight, gives_[fact], seen_[fact] != 0};
      if (line.again) line.check = -1;
      tree.lines.push_back(line);
      seen_[fact] = 1;
      if (line.check < 0) continue;
      const auto& terms = report_.checks[static_cast<std::size_t>(line.check)].terms;
      for (std::size_t i = terms.size(); i-- > 1;) stack.push_back({terms[i].fact, terms[i].weight, next.depth + 1});
    }
  }

  const CheckReport& report_;
  std::vector<int> gives_;  // for each fact the check that gives it, or -1
  std::vector<char> seen_;
};

std::string figure(const Release& release, int index) {
  const Fact& fact = release.facts[static_cast<std::size_t>(index)];
  std::string text = fact.label.empty() ? "(unlabelled)" : fact.label;
  if (!fact.section_path.empty()) text = fact.section_path.back() + ": " + text;
  text += "  " + fact.raw;
  if (fact.source.line > 0) text += fmt::format("  (line {})", fact.source.line);
  return text;
}

}  // namespace

ProofTree proof_tree(const Release& release, const CheckReport& report, int fact) { return TreeBuilder(release, report).build(fact); }

std::string to_text(const Release& release, const CheckReport& report, const ProofTree& tree) {
  std::string text;
  for (const ProofLine& line : tree.lines) {
    text += std::string(static_cast<std::size_t>(line.depth) * 2, ' ');
    text += line.weight > 0 ? "+ " : line.weight < 0 ? "- " : "";
    text += figure(release, line.fact);
    if (line.check >= 0) {
      const Check& check = report.checks[static_cast<std::size_t>(line.check)];
      text += fmt::format("  [{}, {}]", check.rule, to_string(check.status));
    }
    text += line.again ? "  [see above]\n" : "\n";
  }
  if (tree.lines.size() == kMaxProofLines) text += fmt::format("(cut at {} lines)\n", kMaxProofLines);
  if (!tree.takes_part_in.empty()) text += "takes part in:\n";
  for (const int index : tree.takes_part_in) {
    const Check& check = report.checks[static_cast<std::size_t>(index)];
    text += fmt::format("  {} ({}): {}\n", check.rule, to_string(check.status), check.description);
  }
  return text;
}

}  // namespace finwh
