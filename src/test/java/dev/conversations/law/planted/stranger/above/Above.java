package dev.conversations.law.planted.stranger.above;

/** May know what is below. */
public final class Above {}
