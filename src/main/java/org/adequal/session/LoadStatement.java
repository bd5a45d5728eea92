package org.adequal.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.adequal.data.Column;
import org.adequal.data.CsvTable;
import org.adequal.data.Table;
import org.adequal.data.TableException;
import org.adequal.expr.ArrayValue;
import org.adequal.expr.Shape;
import org.adequal.expr.Size;
import org.adequal.syntax.Ast;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.Identifier;
import org.adequal.syntax.Spelling;
import org.adequal.syntax.Statement;
import org.jspecify.annotations.Nullable;

/** The statement that reads a table, shuffles and splits it. */
record LoadStatement(Desk desk, Statement.Load statement) {
    private static final List<String> OPTIONS = List.of("target", "share", "seed", "standardize");
    /** The names of the matrix of all columns but the target, and of the target, where there is one. */
    private static final String INPUTS = "x";
    private static final String TARGET = "y";

    /** What is defined now, and what to say about it. */
    record Loaded(Definitions definitions, Answer answer) {}

    Loaded load() {
        statement.settings().forEach(this::refuse);
        Table read = read();
        Optional<Column> target = Optional.ofNullable(option("target")).map(written -> target(written, read));
        Table whole = option("seed") instanceof Ast written ? read.shuffled(seed(written)) : read;
        int rows = statement.other() == null ? whole.rows() : firstShare(whole.rows());
        Table first = whole.slice(0, rows);
        Table second = whole.slice(rows, whole.rows());
        if (option("standardize") instanceof Ast written && truth(written)) {
            Optional<String> but = target.map(Column::name);
            Table like = first;
            first = first.standardised(like, but);
            second = second.standardised(like, but);
        }
        Definitions next = with(desk.definitions(), statement.name(), first, target);
        String said = described(statement.name(), first, next);
        if (statement.other() instanceof Identifier other) {
            next = with(next, other, second, target);
            said += "\n" + described(other, second, next);
        }
        return new Loaded(next, new Answer.Message(said));
    }

    private Table read() {
        try (BufferedReader reader = desk.world().read(statement.file().content())) {
            return CsvTable.read(reader);
        } catch (TableException e) {
            throw desk.error(Diagnostic.Code.REQUEST, statement.file().content() + ", " + e.getMessage(),
                    statement.file().span(),
                    null);
        } catch (IOException e) {
            throw desk.error(Diagnostic.Code.REQUEST, "cannot read this file: " + e.getMessage(),
                    statement.file().span(), null);
        }
    }

    private Definitions with(Definitions definitions, Identifier name, Table table, Optional<Column> target) {
        Map<String, ArrayValue> columns = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            columns.put(column.name(), value(name, List.of(column), table, column instanceof Column.Classes));
        }
        if (target.isPresent()) {
            String named = target.get().name();
            List<Column> inputs = table.columns().stream().filter(column -> !column.name().equals(named)).toList();
            List<Column> targets = table.columns().stream().filter(column -> column.name().equals(named)).toList();
            if (!inputs.isEmpty()) {
                columns.put(INPUTS, value(name, inputs, table, true));
            }
            columns.put(TARGET, value(name, targets, table, target.get() instanceof Column.Classes));
        }
        return definitions.with(name, columns, desk.script(), Desk.IN);
    }

    private static ArrayValue value(Identifier table, List<Column> columns, Table data, boolean matrix) {
        Size rows = Size.of(table.name());
        long width = columns.stream().mapToInt(Column::width).sum();
        return new ArrayValue(matrix ? Shape.of(rows, Size.of(width)) : Shape.of(rows),
                Table.matrix(columns, data.rows()));
    }

    private static String described(Identifier name, Table table, Definitions definitions) {
        return name + ": " + table.rows() + (table.rows() == 1 ? " row" : " rows") + "\n"
                + definitions.tables().getOrDefault(name.name(), Map.of()).entrySet().stream()
                        .map(column -> "  " + name + "." + column.getKey() + column.getValue().shape()
                                + (table.column(column.getKey()).orElse(null) instanceof Column.Classes classes
                                        ? ": " + String.join(", ", classes.classes())
                                        : ""))
                        .collect(Collectors.joining("\n"));
    }

    private Column target(Ast written, Table table) {
        String name = written instanceof Ast.Name word ? word.name() : "";
        Column target = table.column(name).orElseThrow(() -> {
            String suggestion = Spelling.suggestion(name, table.columns().stream().map(Column::name).toList());
            return desk.error(Diagnostic.Code.NAME, "there is no such column", written.span(), suggestion != null
                    ? "did you mean " + suggestion + "?"
                    : "there are " + CsvTable.names(table));
        });
        for (String taken : List.of(INPUTS, TARGET)) {
            if (table.column(taken).isPresent()) {
                throw desk.error(Diagnostic.Code.NAME, "there is a column " + taken + " already, which would be "
                        + (taken.equals(TARGET) ? "the target" : "the other columns"), written.span(),
                        "name the columns in the formula, without target");
            }
        }
        return target;
    }

    private int firstShare(int rows) {
        Ast written = option("share");
        if (written == null) {
            throw desk.error(Diagnostic.Code.SYNTAX, "which share of the rows is for " + statement.name() + "?",
                    statement.name().span(), "add with share = 0.7, seed = 1");
        }
        double share = desk.number(desk.constant(written), written.span());
        long first = Math.round(share * rows);
        if (!(share > 0) || !(share < 1) || first == 0 || first == rows) {
            throw desk.error(Diagnostic.Code.DOMAIN,
                    "a share is between 0 and 1, and leaves a row for each of the tables", written.span(), null);
        }
        return (int) first;
    }

    private long seed(Ast written) {
        double seed = desk.number(desk.constant(written), written.span());
        if (seed != Math.rint(seed) || seed < 0 || seed > 1L << 53) {
            throw desk.error(Diagnostic.Code.DOMAIN, "a seed is a whole number", written.span(), null);
        }
        return (long) seed;
    }

    private boolean truth(Ast written) {
        if (written instanceof Ast.Name name && List.of("true", "false").contains(name.name())) {
            return name.name().equals("true");
        }
        throw desk.error(Diagnostic.Code.NAME, "this is true or false", written.span(), null);
    }

    private @Nullable Ast option(String name) {
        return statement.settings().stream().filter(setting -> setting.name().name().equals(name))
                .map(Statement.Setting::value).findFirst().orElse(null);
    }

    private void refuse(Statement.Setting setting) {
        String name = setting.name().name();
        if (!OPTIONS.contains(name)) {
            String suggestion = Spelling.suggestion(name, OPTIONS);
            throw desk.error(Diagnostic.Code.NAME, "load has no option " + name, setting.name().span(),
                    suggestion != null
                            ? "did you mean " + suggestion + "?"
                            : "there are " + String.join(", ", OPTIONS));
        }
        if (setting.to() != null) {
            throw desk.error(Diagnostic.Code.SYNTAX, "this is no range", setting.to().span(), null);
        }
        if (name.equals("share") && statement.other() == null) {
            throw desk.error(Diagnostic.Code.SYNTAX, "a share is for two tables", setting.name().span(),
                    "write load ... as train, test with share = 0.7");
        }
    }
}
