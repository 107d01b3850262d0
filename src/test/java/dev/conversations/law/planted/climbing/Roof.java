package dev.conversations.law.planted.climbing;

/** What nothing below may know. */
public final class Roof {}
