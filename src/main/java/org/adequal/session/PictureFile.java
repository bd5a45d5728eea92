package org.adequal.session;

import java.io.IOException;
import java.io.OutputStream;

import org.adequal.chart.Picture;
import org.adequal.chart.PictureFormat;
import org.adequal.chart.Size;
import org.adequal.chart.Theme;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.Statement;

/** Where a picture or a page goes: a new file, or one that was made here before. */
record PictureFile(Desk desk, Statement.Text name) {

    void write(Picture picture, Theme theme, Size size) {
        PictureFormat format = PictureFormat.ofFile(name.content()).filter(each -> each.holds(picture))
                .orElseThrow(() -> desk.error(Diagnostic.Code.SYNTAX,
                        "the end of a file's name tells its format: "
                                + PictureFormat.endings() + " (the last for graphs only)",
                        name.span(), null));
        write(format.write(picture, theme, size));
    }

    void write(byte[] content) {
        try {
            if (desk.world().isTaken(name.content(), PictureFormat.SIGN)) {
                throw desk.error(Diagnostic.Code.REQUEST,
                        name.content() + " is there already, and was not made by a plot",
                        name.span(), "choose another name, or remove the file first");
            }
            try (OutputStream out = desk.world().write(name.content())) {
                out.write(content);
            }
        } catch (IOException e) {
            throw desk.error(Diagnostic.Code.REQUEST, "cannot write " + e.getMessage(), name.span(), null);
        }
    }
}
