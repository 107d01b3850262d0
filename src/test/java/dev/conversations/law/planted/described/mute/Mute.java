package dev.conversations.law.planted.described.mute;

/** In a package without a description. */
final class Mute {}
