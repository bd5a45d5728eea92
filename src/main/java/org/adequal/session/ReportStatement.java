package org.adequal.session;

import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.Statement;

/** The statement that writes a page about a formula. */
record ReportStatement(Desk desk) {

    Answer report(Statement.Report statement) {
        throw desk.error(Diagnostic.Code.SYNTAX, "report is not available yet", statement.span(), "help lists what is");
    }
}
