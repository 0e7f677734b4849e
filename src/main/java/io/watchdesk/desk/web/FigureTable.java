package io.watchdesk.desk.web;

import java.util.List;

/**
 * A table of figures with the chart above it, in the words of one language.
 *
 * @param id stands in the page's addresses, for example {@code accounts}
 * @param hint what exactly is counted
 * @param columns the first one is the head of the rows
 * @param rows empty where there is nothing to count
 * @param chart null where a chart would say nothing
 */
record FigureTable(String id, String title, String hint, List<String> columns, List<Row> rows, Chart chart) {

    /** @param cells one for each column but the first */
    record Row(String label, List<String> cells) {}

    /**
     * What Chart.js draws.
     *
     * @param kind {@code bar} or {@code line}
     * @param unit {@code number}, {@code seconds} or {@code percent}
     */
    record Chart(String kind, String unit, List<String> labels, List<Series> series) {}

    /** @param values one for each label; null leaves a hole */
    record Series(String label, List<? extends Number> values) {}
}
