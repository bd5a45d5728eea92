package org.adequal.planted.expr;

/** Breaks no rule; something for others to lean on. */
public final class Leaf {}
