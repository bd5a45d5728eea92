package org.adequal.cli;

import java.util.Objects;

/** The program's version, from the jar's manifest. */
public final class Version {
    private Version() {}

    public static String text() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "0.1.0-SNAPSHOT");
    }
}
