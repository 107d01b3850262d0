package dev.conversations.law.planted.leak.behind;

/** Public for nobody. */
public final class Needless {

    private final Needed needed = new Needed();
}
