package org.adequal.chart;

/**
 * A page in one file: no script, nothing from the network, light or dark as the reader's device is set, and as wide as
 * its screen.
 */
public final class HtmlPage {
    private static final String STYLE = """
            body{margin:0 auto;max-width:52rem;padding:1rem;background:var(--background);color:var(--text);\
            font:1rem/1.5 system-ui,"DejaVu Sans",Helvetica,Arial,sans-serif;overflow-wrap:break-word}
            h1{font-size:1.35rem}h2{font-size:1.1rem;margin-top:2rem;border-bottom:1px solid var(--grid)}
            svg{max-width:100%;height:auto}figure{margin:1rem 0}figcaption{color:var(--muted);font-size:.9rem}
            .wide{overflow-x:auto;overflow-y:hidden;padding:.3rem 0}table{border-collapse:collapse}
            th,td{border-bottom:1px solid var(--grid);padding:.3rem .7rem;text-align:left;vertical-align:top}
            code,pre{font-family:"DejaVu Sans Mono",ui-monospace,Menlo,Consolas,monospace;font-size:.92em}
            pre{overflow-x:auto;background:var(--void);padding:.6rem}math{font-size:1.15em}
            """;

    private final StringBuilder body = new StringBuilder();
    private final String title;
    private int pictures;

    /** A page with this title and heading. */
    public HtmlPage(String title) {
        this.title = title;
    }

    /** A heading of a part. */
    public HtmlPage heading(String text) {
        body.append("<h2>").append(Markup.escape(text)).append("</h2>\n");
        return this;
    }

    /** A paragraph of plain text. */
    public HtmlPage paragraph(String text) {
        body.append("<p>").append(Markup.escape(text)).append("</p>\n");
        return this;
    }

    /** Text in lines as they are. */
    public HtmlPage lines(String text) {
        body.append("<pre>").append(Markup.escape(text)).append("</pre>\n");
        return this;
    }

    /** An element that is markup already. */
    public HtmlPage element(String markup) {
        body.append("<div class=\"wide\">").append(markup).append("</div>\n");
        return this;
    }

    /** A picture with its description below. */
    public HtmlPage picture(Picture picture, Size size) {
        body.append("<figure>\n").append(Svg.inPage(picture, size, Integer.toString(++pictures)))
                .append("<figcaption>").append(Markup.escape(picture.description()))
                .append("</figcaption>\n</figure>\n");
        return this;
    }

    /** The page. */
    public String text() {
        return "<!DOCTYPE html>\n<!-- " + Svg.GENERATOR + " -->\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<link rel=\"icon\" href=\"data:,\">\n"
                + "<title>" + Markup.escape(title) + "</title>\n<style>\n" + Svg.styleSheet() + STYLE
                + "</style>\n</head>\n<body>\n<h1>" + Markup.escape(title) + "</h1>\n" + body + "</body>\n</html>\n";
    }
}
