package dev.conversations.law.planted.crowded.cell;

/** Alone. */
final class Hermit {}
