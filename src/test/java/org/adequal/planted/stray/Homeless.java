package org.adequal.planted.stray;

/** Breaks: its package is no room. */
public final class Homeless {}
