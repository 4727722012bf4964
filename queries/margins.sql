-- Gross, operating and net margin over all periods, GAAP and non-GAAP
-- Worked out from revenue, gross profit, operating income and net income of each company's whole, as its newest release
-- prints them. Percent of revenue; a non-GAAP margin without non-GAAP revenue is measured against revenue as reported.
--
-- :company company - whose margins; without it every company's
-- :period period - only periods that end on this date, or in this fiscal year or quarter
-- :months integer = 3 - length of the periods
-- figure: revenue scale scale exponent exponent unit currency
-- figure: gross_margin exponent tenth
-- figure: operating_margin exponent tenth
-- figure: net_margin exponent tenth
-- figure: non_gaap_gross exponent tenth
-- figure: non_gaap_operating exponent tenth
-- figure: non_gaap_net exponent tenth
WITH measure(place, concept, rank) AS (
  VALUES (1, 'Revenues', 1), (1, 'RevenueFromContractWithCustomerExcludingAssessedTax', 2), (1, 'SalesRevenueNet', 3),
         (2, 'GrossProfit', 1), (3, 'OperatingIncomeLoss', 1), (4, 'NetIncomeLoss', 1), (4, 'ProfitLoss', 2)
),
best AS (
  SELECT
    v.company, v.ticker, v.period_end, v.fiscal_label, v.unit, m.place, v.basis, v.value, f.exponent,
    row_number() OVER (PARTITION BY v.company, v.period_end, m.place, v.basis, v.unit ORDER BY m.rank, v.published_on DESC, f.exponent, v.fact_id) AS choice
  FROM v_latest v
  JOIN measure m ON m.concept = v.concept
  JOIN fact f ON f.fact_id = v.fact_id
  JOIN dim_unit u ON u.unit = v.unit AND u.unit_kind = 'money'
  WHERE (:company IS NULL OR :company IN (v.company, v.ticker, v.cik))
    AND (:period IS NULL OR :period IN (v.period_end, v.fiscal_label) OR v.fiscal_label LIKE :period || 'Q_')
    AND v.period_kind = 'duration' AND v.months = coalesce(:months, 3)
    AND v.basis IN ('gaap', 'non_gaap') AND v.member IS NULL AND v.nil = 0
),
period AS (
  SELECT
    company, ticker, period_end, fiscal_label, unit,
    max(value) FILTER (WHERE place = 1 AND basis = 'gaap') AS revenue,
    max(exponent) FILTER (WHERE place = 1 AND basis = 'gaap') AS exponent,
    coalesce(max(value) FILTER (WHERE place = 1 AND basis = 'non_gaap'), max(value) FILTER (WHERE place = 1 AND basis = 'gaap')) AS adjusted_revenue,
    max(value) FILTER (WHERE place = 2 AND basis = 'gaap') AS gross,
    max(value) FILTER (WHERE place = 3 AND basis = 'gaap') AS operating,
    max(value) FILTER (WHERE place = 4 AND basis = 'gaap') AS net,
    max(value) FILTER (WHERE place = 2 AND basis = 'non_gaap') AS adjusted_gross,
    max(value) FILTER (WHERE place = 3 AND basis = 'non_gaap') AS adjusted_operating,
    max(value) FILTER (WHERE place = 4 AND basis = 'non_gaap') AS adjusted_net
  FROM best
  WHERE choice = 1
  GROUP BY company, ticker, period_end, fiscal_label, unit
)
SELECT
  company,
  coalesce(fiscal_label, '') AS fiscal_label,
  period_end,
  unit AS currency,
  revenue,
  round(100.0 * gross / revenue, 1) AS gross_margin,
  round(100.0 * operating / revenue, 1) AS operating_margin,
  round(100.0 * net / revenue, 1) AS net_margin,
  round(100.0 * adjusted_gross / adjusted_revenue, 1) AS non_gaap_gross,
  round(100.0 * adjusted_operating / adjusted_revenue, 1) AS non_gaap_operating,
  round(100.0 * adjusted_net / adjusted_revenue, 1) AS non_gaap_net,
  iif(exponent > 0, (exponent + 2) / 3 * 3, 0) AS scale,
  exponent,
  -1 AS tenth
FROM period
WHERE revenue <> 0
ORDER BY company, unit, period_end DESC
