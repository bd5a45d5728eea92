/** The prompt: what a person at a terminal sees beside the answers. */
@NullMarked
package org.adequal.cli.prompt;

import org.jspecify.annotations.NullMarked;
