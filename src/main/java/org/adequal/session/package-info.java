/**
 * The statements, one at a time: a session and a statement give the next session and an answer.
 *
 * <p>This room prints nothing and reads no file: an {@link org.adequal.session.Answer} is a value.
 */
@NullMarked
package org.adequal.session;

import org.jspecify.annotations.NullMarked;
