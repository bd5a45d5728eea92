package org.adequal.check.germ;

/** A coefficient times a monomial. */
record Term(Coefficient coefficient, Monomial monomial) {}
