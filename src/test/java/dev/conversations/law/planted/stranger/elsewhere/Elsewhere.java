package dev.conversations.law.planted.stranger.elsewhere;

/** In a room that nobody knows. */
final class Elsewhere {}
