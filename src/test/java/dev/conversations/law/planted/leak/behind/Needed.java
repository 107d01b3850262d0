package dev.conversations.law.planted.leak.behind;

/** Public, and needed in front. */
public final class Needed {}
