/** The command line: terminal, files, processes, exit statuses; nothing else. */
@NullMarked
package org.adequal.cli;

import org.jspecify.annotations.NullMarked;
