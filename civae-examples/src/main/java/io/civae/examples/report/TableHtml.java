package io.civae.examples.report;

/** A table as HTML, in a box that scrolls sideways where the window is narrow. */
final class TableHtml {

  private TableHtml() {}

  /** The number makes the identifier of the caption unique on its page. */
  static String of(ReportTable table, int number) {
    String id = "table-" + number;
    StringBuilder html = new StringBuilder();
    // Not a caption element: that one is as wide as the table and would scroll out of sight with
    // it.
    html.append("<p class=\"caption\" id=\"%s\">".formatted(id))
        .append(Html.escape(table.caption()))
        .append("</p>\n")
        .append(
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"%1$s\">\n<table aria-labelledby=\"%1$s\">\n"
                .formatted(id))
        .append("<thead><tr>");
    for (String column : table.columns()) {
      html.append("<th scope=\"col\">").append(Html.escape(column)).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (ReportTable.Row row : table.rows()) {
      html.append("<tr><th scope=\"row\">").append(Html.escape(row.header())).append("</th>");
      row.cells().forEach(cell -> html.append("<td>").append(cell(cell)).append("</td>"));
      html.append("</tr>\n");
    }
    return html.append("</tbody>\n</table>\n</div>\n").toString();
  }

  private static String cell(TableCell cell) {
    String text = cell.best() ? Html.element("strong", cell.text()) : Html.escape(cell.text());
    return cell.detail().isEmpty() ? text : text + " " + Html.element("small", cell.detail());
  }
}
