package org.adequal.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import org.adequal.syntax.grammar.AdequalParser;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Reads texts of the language. On any text whatever, each method answers with a tree or a {@link DiagnosticException},
 * in time proportional to the text.
 *
 * <p>{@code Parser.formula("2*x", "formula")} is a product; {@code Parser.formula("2x", "formula")} tells to write
 * {@code 2*x}.
 */
public final class Parser {
    /** Nesting that any stack holds: a thread of its own costs ten times what a short formula does. */
    private static final int SHALLOW = 50;

    private Parser() {}

    /** The expression that the text is; {@code in} names the text in diagnostics. */
    public static Ast formula(String text, String in) {
        Source source = new Source(text, in);
        return read(source, only(source, "formula"), AdequalParser::oneFormula,
                (reader, context) -> reader.expression(context.expression()));
    }

    /** The definition that the text is, {@code a = 3} or {@code f(x, y) = …}; {@code in} names it in diagnostics. */
    public static Statement.Definition definition(String text, String in) {
        Source source = new Source(text, in);
        return read(source, only(source, "definition"), AdequalParser::oneDefinition,
                (reader, context) -> new StatementReader(source, reader).definition(context.definition()));
    }

    /** The statements of a script, in order, each still to be parsed; this itself refuses nothing. */
    public static List<StatementSource> statements(String script) {
        Source source = new Source(script, "statement");
        List<StatementSource> statements = new ArrayList<>();
        for (Splitter.Piece piece : Splitter.split(source)) {
            statements.add(new StatementSource(source, piece));
        }
        return statements;
    }

    /** Whether the text ends inside a bracket, so that a prompt should ask for more. */
    public static boolean isIncomplete(String text) {
        List<Splitter.Piece> pieces = Splitter.split(new Source(text, "statement"));
        return !pieces.isEmpty() && pieces.getLast().unclosed();
    }

    static Statement statement(Source source, Splitter.Piece piece) {
        return read(source, piece, AdequalParser::oneStatement,
                (reader, context) -> new StatementReader(source, reader).statement(context.statement()));
    }

    /** The one statement of a text. */
    private static Splitter.Piece only(Source source, String what) {
        List<Splitter.Piece> pieces = Splitter.split(source);
        if (pieces.isEmpty()) {
            throw source.error(Diagnostic.Code.SYNTAX, "a " + what + " is expected, and there is nothing", source.end(),
                    null);
        }
        if (pieces.size() > 1) {
            read(source, pieces.getFirst(), AdequalParser::oneStatement, (_, context) -> context);
            List<CommonToken> second = pieces.get(1).tokens();
            throw source.error(Diagnostic.Code.SYNTAX, "one " + what + " is expected, and here a second one begins",
                    source.span(second.getFirst(), second.getLast()),
                    "a line break or ';' outside brackets ends a " + what + "; inside brackets line breaks are free");
        }
        return pieces.getFirst();
    }

    private static <C extends ParserRuleContext, T> T read(Source source, Splitter.Piece piece,
            Function<AdequalParser, C> rule, BiFunction<AstReader, C, T> reader) {
        if (piece.error() != null) {
            throw new DiagnosticException(piece.error());
        }
        Supplier<T> reading = () -> reader.apply(new AstReader(source), parse(source, piece.tokens(), rule));
        return piece.nesting() <= SHALLOW ? reading.get() : DeepStack.call(reading);
    }

    private static <C extends ParserRuleContext> C parse(Source source, List<CommonToken> tokens,
            Function<AdequalParser, C> rule) {
        List<CommonToken> ended = new ArrayList<>(tokens);
        ended.add(end(tokens.getLast()));
        AdequalParser parser = new AdequalParser(new CommonTokenStream(new ListTokenSource(ended)));
        parser.removeErrorListeners();
        // a third less memory: most nodes have one child, and room for ten
        parser.setTrimParseTree(true);
        parser.setErrorHandler(new BailErrorStrategy());
        // where let makes the grammar ambiguous the body reaches as far as it can, which is what SLL chooses too
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        try {
            return rule.apply(parser);
        } catch (ParseCancellationException e) {
            if (e.getCause() instanceof RecognitionException cause) {
                throw new DiagnosticException(new Complaint(source, ended).about(cause));
            }
            throw e;
        }
    }

    /** The end of a statement, directly behind its last token. */
    private static CommonToken end(CommonToken last) {
        CommonToken end = new CommonToken(Token.EOF, "");
        end.setStartIndex(last.getStopIndex() + 1);
        end.setStopIndex(last.getStopIndex());
        return end;
    }
}
