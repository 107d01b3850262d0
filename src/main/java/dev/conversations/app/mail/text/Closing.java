package dev.conversations.app.mail.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** Lines that a mail program puts below what a person wrote: the mark of a signature, or praise of itself. */
final class Closing {
    private static final int LONGEST = 120;

    private static final Pattern LINK = Pattern.compile("[<(\\[]https?://[^\\s>)\\]]{1,200}[>)\\]]");
    private static final Pattern RULE = Pattern.compile("[_\\-=—–]{5,}");
    private static final Pattern OPENING = Pattern.compile("(?:sent|get|von mein|gesendet|diese nachricht wurde|holen|"
            + "outlook|envoyé|télécharge|obtenez|provenance|enviado|enviada|obtener|obtén|descarga|inviato|ottieni|"
            + "scarica|verstuurd|verzonden|download|obter|obtenha|yahoo).*");
    private static final Pattern PROGRAM = Pattern.compile(".*\\b(?:iphone|ipad|ipod|android|samsung|galaxy|huawei|"
            + "xiaomi|pixel|blackberry|outlook|yahoo|mail|mail-app|gmx|web\\.de|proton|handy|smartphone|mobile|mobil|"
            + "móvil|cellulare|telefoon|telemóvel|mobiltelefon|mobile phone)\\b.*", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern FROM = Pattern.compile(".*\\b(?:from|get|for|von|vom|mit|für|de|mon|depuis|pour|"
            + "desde|mi|para|da|dal|per|vanaf|met|voor|do|yahoo)\\b.*", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern SENTENCE = Pattern.compile(".*[,;!?].*|.*\\. .*");

    private Closing() {}

    /** Whether a signature begins below this line. */
    static boolean opensSignature(String line) {
        return line.equals("-- ") || line.equals("--");
    }

    /** Whether no person wrote the line, if it is the last one: "Sent from my iPhone", or a rule. */
    static boolean isMadeByProgram(String line) {
        if (line.length() > LONGEST + LONGEST) {
            return false;
        }
        String plain = LINK.matcher(line).replaceAll(" ").replace("*", "").strip().toLowerCase(Locale.ROOT);
        return RULE.matcher(plain).matches()
                || plain.length() <= LONGEST && OPENING.matcher(plain).matches() && FROM.matcher(plain).matches()
                && PROGRAM.matcher(plain).matches() && !SENTENCE.matcher(plain).matches();
    }
}
