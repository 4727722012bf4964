-- The quarter in ten lines, GAAP beside non-GAAP, against the year before
-- Revenue, margins, operating income, net income and earnings per share of the release's own period and of the same
-- period a year earlier, as the newest chosen release prints them. Growth and margins are worked out here.
--
-- :company company - whose release
-- :period period - the period that the release reports on
-- :release release - the release itself
-- :months integer - length of the period; without it the shortest that the release has figures for
-- group: period source
-- figure: gaap scale scale exponent gaap_exponent unit unit
-- figure: gaap_before scale scale exponent before_exponent unit unit
-- figure: non_gaap scale scale exponent non_gaap_exponent unit unit
-- figure: non_gaap_before scale scale exponent non_gaap_before_exponent unit unit
-- figure: gaap_growth exponent tenth
-- figure: non_gaap_growth exponent tenth
-- hide: place unit
-- heading: measure
-- heading: gaap GAAP
-- heading: gaap_before GAAP year before
-- heading: gaap_growth growth %
-- heading: non_gaap non-GAAP
-- heading: non_gaap_before non-GAAP year before
-- heading: non_gaap_growth growth %
WITH chosen AS (
  SELECT release_id FROM v_release
  WHERE (:release IS NULL OR release_id = :release)
    AND (:company IS NULL OR :company IN (company, ticker, cik))
    AND (:period IS NULL OR :period IN (fiscal_label, period_end) OR (:period = fiscal_year || '' AND fiscal_quarter = 4))
  ORDER BY recency DESC, release_id DESC
  LIMIT 1
),
measure(place, measure, concept, rank, kind) AS (
  VALUES (1, 'Revenue', 'Revenues', 1, 'money'),
         (1, 'Revenue', 'RevenueFromContractWithCustomerExcludingAssessedTax', 2, 'money'),
         (1, 'Revenue', 'SalesRevenueNet', 3, 'money'),
         (2, 'Gross profit', 'GrossProfit', 1, 'money'),
         (4, 'Operating income', 'OperatingIncomeLoss', 1, 'money'),
         (6, 'Net income', 'NetIncomeLoss', 1, 'money'),
         (6, 'Net income', 'ProfitLoss', 2, 'money'),
         (8, 'Earnings per share, basic', 'EarningsPerShareBasic', 1, 'per_share'),
         (8, 'Earnings per share, basic', 'EarningsPerShareBasicAndDiluted', 2, 'per_share'),
         (9, 'Earnings per share, diluted', 'EarningsPerShareDiluted', 1, 'per_share'),
         (9, 'Earnings per share, diluted', 'EarningsPerShareBasicAndDiluted', 2, 'per_share')
),
-- Every printing of a measure: whole-company figures of durations.
printed AS (
  SELECT m.place, m.measure, m.rank, v.statement, v.basis, p.months, p.period_end, v.value, v.unit, f.exponent, v.fact_id, r.period_end AS report_end
  FROM chosen
  JOIN v_release r ON r.release_id = chosen.release_id
  JOIN v_fact v ON v.release_id = chosen.release_id
  JOIN fact f ON f.fact_id = v.fact_id
  JOIN dim_period p ON p.period_id = f.period_id
  JOIN dim_unit u ON u.unit_id = f.unit_id
  JOIN measure m ON m.concept = v.concept AND m.kind = u.unit_kind
  WHERE v.basis IN ('gaap', 'non_gaap') AND v.member IS NULL AND v.period_kind = 'duration' AND p.months > 0 AND v.nil = 0
),
span AS (
  SELECT coalesce(:months, min(months)) AS months, max(report_end) AS period_end
  FROM printed
  WHERE period_end = report_end
),
-- The best printing of each: its own concept before a wider one, then the statement, the most precise, the first.
best AS (
  SELECT place, measure, basis, value, unit, exponent,
         p.period_end < s.period_end AS before,
         row_number() OVER (PARTITION BY place, basis, p.period_end < s.period_end ORDER BY rank, statement <> 'income_statement', exponent, fact_id) AS choice
  FROM printed p
  JOIN span s ON p.months = s.months
  WHERE p.period_end = s.period_end OR abs(julianday(s.period_end) - julianday(p.period_end) - 365) <= 8
),
line AS (
  SELECT
    place, measure, max(unit) AS unit,
    max(value) FILTER (WHERE basis = 'gaap' AND NOT before) AS gaap,
    max(exponent) FILTER (WHERE basis = 'gaap' AND NOT before) AS gaap_exponent,
    max(value) FILTER (WHERE basis = 'gaap' AND before) AS gaap_before,
    max(exponent) FILTER (WHERE basis = 'gaap' AND before) AS before_exponent,
    max(value) FILTER (WHERE basis = 'non_gaap' AND NOT before) AS non_gaap,
    max(exponent) FILTER (WHERE basis = 'non_gaap' AND NOT before) AS non_gaap_exponent,
    max(value) FILTER (WHERE basis = 'non_gaap' AND before) AS non_gaap_before,
    max(exponent) FILTER (WHERE basis = 'non_gaap' AND before) AS non_gaap_before_exponent
  FROM best
  WHERE choice = 1
  GROUP BY place, measure
),
-- A margin stands behind the line that it is the margin of; revenue has no non-GAAP form as a rule.
margin AS (
  SELECT
    l.place + 1 AS place,
    CASE l.place WHEN 2 THEN 'Gross margin' WHEN 4 THEN 'Operating margin' ELSE 'Net margin' END AS measure,
    'percent' AS unit,
    round(100.0 * l.gaap / v.gaap, 1) AS gaap, -1 AS gaap_exponent,
    round(100.0 * l.gaap_before / v.gaap_before, 1) AS gaap_before, -1 AS before_exponent,
    round(100.0 * l.non_gaap / coalesce(v.non_gaap, v.gaap), 1) AS non_gaap, -1 AS non_gaap_exponent,
    round(100.0 * l.non_gaap_before / coalesce(v.non_gaap_before, v.gaap_before), 1) AS non_gaap_before, -1 AS non_gaap_before_exponent
  FROM line l
  JOIN line v ON v.place = 1
  WHERE l.place IN (2, 4, 6)
)
SELECT
  span.months || ' months to ' || span.period_end AS period,
  r.company || coalesce(', published ' || r.published_on, '') || ', ' || r.source_file AS source,
  place, measure, x.unit,
  gaap, gaap_before,
  -1 AS tenth,
  CASE WHEN x.unit <> 'percent' AND gaap_before > 0 THEN round(100.0 * (gaap - gaap_before) / gaap_before, 1) END AS gaap_growth,
  non_gaap, non_gaap_before,
  CASE WHEN x.unit <> 'percent' AND non_gaap_before > 0 THEN round(100.0 * (non_gaap - non_gaap_before) / non_gaap_before, 1) END AS non_gaap_growth,
  iif(max(gaap_exponent, coalesce(before_exponent, gaap_exponent)) > 0, (gaap_exponent + 2) / 3 * 3, 0) AS scale,
  gaap_exponent, before_exponent, non_gaap_exponent, non_gaap_before_exponent
FROM (SELECT * FROM line UNION ALL SELECT * FROM margin) x
CROSS JOIN span
CROSS JOIN chosen
JOIN v_release r ON r.release_id = chosen.release_id
ORDER BY place
