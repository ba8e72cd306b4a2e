package io.civae.examples.report;

/** A table as HTML, in a box that scrolls sideways where the window is narrow. */
final class TableHtml {

  private TableHtml() {}

  static String of(ReportTable table) {
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
        .append(Html.escape(table.caption()))
        .append("\">\n<table>\n")
        .append(Html.element("caption", table.caption()))
        .append("\n<thead><tr>");
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
