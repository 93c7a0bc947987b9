package dev.vesper.adapters.rules;

import dev.vesper.limits.table.Cell;
import dev.vesper.limits.table.CellText;
import dev.vesper.limits.table.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.kie.dmn.feel.parser.feel11.FEEL_1_1Lexer;

/**
 * What a cell may say of FEEL: values, comparisons, lists, arithmetic and calls of FEEL's own functions. The cell is cut
 * into words by the engine's own lexer, so that no comment and no quote hides from us what it would see.
 */
final class PlainFeel {
    private static final Map<Integer, String> REFUSED = Map.of(
            FEEL_1_1Lexer.FUNCTION, "a function",
            FEEL_1_1Lexer.EXTERNAL, "an external function",
            FEEL_1_1Lexer.FOR, "a loop",
            FEEL_1_1Lexer.SOME, "a loop",
            FEEL_1_1Lexer.EVERY, "a loop",
            FEEL_1_1Lexer.DOT, "a dot, which reaches into a value",
            FEEL_1_1Lexer.LBRACE, "a context, whose entries can double one another without end");

    /** They ask the machine's clock or another model, or match a pattern, which may take for ever. */
    private static final Set<String> CALLS = Set.of("now", "today", "invoke", "matches", "replace", "split");

    /** After which a bracket filters, once for each element; filters within filters do not end. */
    private static final Set<Integer> VALUES =
            Set.of(FEEL_1_1Lexer.RPAREN, FEEL_1_1Lexer.RBRACK, FEEL_1_1Lexer.Identifier, FEEL_1_1Lexer.StringLiteral);

    private static final int DEEPEST = 30;

    private PlainFeel() {}

    /** What most cells are: values and tests of them, which need no lexer. */
    private static boolean isSet(String feel) {
        Kind kind = feel.indexOf('"') >= 0 ? Kind.TEXT : Kind.NUMBER;
        return !(CellText.read(feel, kind) instanceof Cell.Opaque);
    }

    /** The first thing in it that is more than data; empty where all is. */
    static Optional<String> found(String feel) {
        if (isSet(feel)) {
            return Optional.empty();
        }
        FEEL_1_1Lexer lexer = new FEEL_1_1Lexer(CharStreams.fromString(feel));
        lexer.removeErrorListeners(); // what is no FEEL is told when it is compiled
        List<? extends Token> tokens = lexer.getAllTokens().stream()
                .filter(t -> t.getChannel() == Token.DEFAULT_CHANNEL)
                .toList();
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += switch (token.getType()) {
                case FEEL_1_1Lexer.LPAREN, FEEL_1_1Lexer.LBRACK, FEEL_1_1Lexer.LBRACE -> 1;
                case FEEL_1_1Lexer.RPAREN, FEEL_1_1Lexer.RBRACK, FEEL_1_1Lexer.RBRACE -> -1;
                default -> 0;
            };
            if (depth > DEEPEST) {
                return Optional.of("a bracket in " + DEEPEST + " brackets");
            }
            String refused = REFUSED.get(token.getType());
            if (refused != null) {
                return Optional.of(refused + " (" + token.getText() + ")");
            }
            if (token.getType() == FEEL_1_1Lexer.LBRACK
                    && i > 0
                    && VALUES.contains(tokens.get(i - 1).getType())) {
                return Optional.of("a filter ([)");
            }
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).getType() == FEEL_1_1Lexer.LPAREN;
            if (called && CALLS.contains(token.getText())) {
                return Optional.of("a call of " + token.getText());
            }
        }
        return Optional.empty();
    }
}
