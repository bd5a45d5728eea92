package org.adequal.cli;

import java.util.Objects;

/** The program's version, from the jar's manifest. */
final class Version {
    private Version() {}

    static String text() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "0.1.0-SNAPSHOT");
    }
}
