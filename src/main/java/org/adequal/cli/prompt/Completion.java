package org.adequal.cli.prompt;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.adequal.expr.Primitive;
import org.adequal.expr.Row;
import org.adequal.session.Session;
import org.adequal.syntax.Definition;
import org.adequal.syntax.Lexeme;
import org.adequal.syntax.Prelude;
import org.adequal.syntax.Words;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** What a word may become: statements, their words and options, functions, definitions, commands of the prompt. */
record Completion(Supplier<Session> session) implements Completer {

    /** The words that may follow in a statement, by its verb. */
    private static final Map<String, List<String>> FOLLOWING = Map.ofEntries(
            Map.entry("diff", List.of("wrt", "along", "at")),
            Map.entry("grad", List.of("at")), Map.entry("hessian", List.of("at")), Map.entry("jacobian", List.of("at")),
            Map.entry("check", List.of("at", "on", "claiming", "against", "with")),
            Map.entry("compare", List.of("with")),
            Map.entry("report", List.of("at", "to")), Map.entry("minimize", List.of("from", "by", "with")),
            Map.entry("plot", List.of("on", "with", "to")), Map.entry("export", List.of("as", "to")),
            Map.entry("load", List.of("as")));

    /** The options after {@code with}, by the statement's verb, and the names after {@code by} and {@code as}. */
    private static final Map<String, List<String>> OPTIONS = Map.of("check",
            List.of("points = ", "seed = ", "scheme = ", "h = ", "steps = "), "minimize",
            List.of("rate = ", "steps = ", "momentum = ", "seed = "), "plot", List.of("tangent at "));
    private static final Map<String, List<String>> NAMES = Map.of("by",
            List.of("descent", "momentum", "nesterov", "adam", "sgd"), "as", List.of("latex", "java", "numpy", "c"));

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String before = line.line().substring(0, line.cursor() - line.word().length());
        if (line.word().startsWith(":") || before.equals(":")) {
            for (Command command : Command.values()) {
                add(candidates, (before.equals(":") ? "" : ":") + command.word(), command.does(), "commands", " ");
            }
            return;
        }
        List<Lexeme> lexemes = Lexeme.of(before);
        String verb = lexemes.isEmpty() ? "" : text(lexemes.getFirst(), before);
        String previous = lexemes.isEmpty() ? "" : text(lexemes.getLast(), before);
        if (verb.equals("forget")) {
            session.get().definitions().all().forEach(known -> add(candidates, known.name(), known.toString(), "", ""));
            return;
        }
        if (before.startsWith(":set ")) {
            Settings.names().forEach(name -> add(candidates, name, "", "settings", " "));
            return;
        }
        if (lexemes.isEmpty()) {
            Words.verbs().forEach(word -> add(candidates, word, "", "statements", " "));
        } else {
            FOLLOWING.getOrDefault(verb, List.of()).forEach(word -> add(candidates, word, "", "words", " "));
        }
        if (previous.equals("with") || previous.equals(",")) {
            OPTIONS.getOrDefault(verb, List.of()).forEach(option -> add(candidates, option, "", "options", ""));
        }
        NAMES.getOrDefault(previous, List.of()).forEach(name -> add(candidates, name, "", "choices", ""));
        boolean topic = verb.equals("help");
        for (Definition known : session.get().definitions().all()) {
            add(candidates, known.name(), known.toString(), "definitions", known.isFunction() && !topic ? "(" : "");
        }
        Arrays.stream(Primitive.values()).filter(row -> row.notation().fixity() == Row.Fixity.CALL)
                .forEach(row -> add(candidates, row.names().getFirst(), row.help(), "functions",
                        topic || row.arity() == 0 ? "" : "("));
        Prelude.definitions().all().stream().filter(Definition::isFunction)
                .forEach(known -> add(candidates, known.name(), known.toString(), "functions", topic ? "" : "("));
    }

    private static String text(Lexeme lexeme, String line) {
        return lexeme.span().of(line);
    }

    private static void add(List<Candidate> candidates, String word, String what, String group, String suffix) {
        String shown = what.length() > 60 ? what.substring(0, 59) + "…" : what;
        candidates
                .add(new Candidate(word + suffix, word, group.isEmpty() ? null : group, shown.isEmpty() ? null : shown,
                        null, null, false));
    }
}
