package org.adequal.optimize;

/** Watches a search while it runs. */
public interface Monitor {

    /** Somebody who does not care. */
    Monitor SILENT = new Monitor() {
        @Override
        public void progress(long step, double value) {
            // nobody listens
        }

        @Override
        public boolean stopped() {
            return false;
        }
    };

    /** Told about once a second how far the search is. */
    void progress(long step, double value);

    /** Whether the search should end with the best point so far. */
    boolean stopped();
}
