package org.adequal.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.adequal.expr.Primitive;
import org.adequal.expr.Variable;

/** The names in an expression that have no meaning yet, and so are its variables, before their shapes are known. */
public final class FreeNames {
    private final Definitions definitions;
    private final Set<String> found = new HashSet<>();
    private final Set<Definition> seen = new HashSet<>();

    private FreeNames(Definitions definitions) {
        this.definitions = definitions;
    }

    /** In natural order; those of definitions that it uses included. */
    public static List<String> of(Ast ast, Definitions definitions) {
        return DeepStack.call(() -> {
            FreeNames names = new FreeNames(definitions);
            names.look(ast, Set.of());
            List<Variable> variables = new ArrayList<>(names.found.stream().map(Variable::of).toList());
            variables.sort(Variable.NATURAL_ORDER);
            return variables.stream().map(Variable::name).toList();
        });
    }

    private void all(List<? extends Ast> parts, Set<String> bound) {
        parts.forEach(part -> look(part, bound));
    }

    private void look(Ast ast, Set<String> bound) {
        switch (ast) {
            case Ast.Numeral _ -> {
            }
            case Ast.Name name -> name(name.name(), bound);
            case Ast.Sum sum -> {
                look(sum.first(), bound);
                sum.rest().forEach(term -> look(term.operand(), bound));
            }
            case Ast.Product product -> {
                look(product.first(), bound);
                product.rest().forEach(factor -> look(factor.operand(), bound));
            }
            case Ast.Signed signed -> look(signed.operand(), bound);
            case Ast.Power power -> {
                look(power.base(), bound);
                power.exponents().forEach(exponent -> look(exponent.operand(), bound));
            }
            case Ast.Postfix postfix -> {
                look(postfix.operand(), bound);
                postfix.suffixes().forEach(suffix -> look(suffix, bound));
            }
            case Ast.Call call -> {
                call(call.function().name());
                call.arguments().stream().filter(argument -> argument.name() == null)
                        .forEach(argument -> look(argument.value(), bound));
            }
            case Ast.If choice -> all(List.of(choice.condition(), choice.then(), choice.otherwise()), bound);
            case Ast.Piecewise piecewise -> {
                piecewise.branches().forEach(branch -> all(List.of(branch.condition(), branch.value()), bound));
                if (piecewise.otherwise() != null) {
                    look(piecewise.otherwise(), bound);
                }
            }
            case Ast.Comparison comparison -> {
                look(comparison.first(), bound);
                comparison.rest().forEach(link -> look(link.operand(), bound));
            }
            case Ast.And and -> all(and.operands(), bound);
            case Ast.Or or -> all(or.operands(), bound);
            case Ast.Not not -> look(not.operand(), bound);
            case Ast.Guard guard -> {
                look(guard.value(), bound);
                all(guard.conditions(), bound);
            }
            case Ast.Let let -> {
                Set<String> inner = new HashSet<>(bound);
                let.bindings().forEach(binding -> {
                    look(binding.value(), inner);
                    inner.add(binding.name().name());
                });
                look(let.body(), inner);
            }
            case Ast.ArrayLiteral array -> all(array.entries(), bound);
            case Ast.Tuple tuple -> all(tuple.entries(), bound);
        }
    }

    private void look(Ast.Suffix suffix, Set<String> bound) {
        if (suffix instanceof Ast.Subscript subscript) {
            subscript.indices().forEach(index -> {
                switch (index) {
                    case Ast.Element element -> look(element.position(), bound);
                    case Ast.Slice slice -> {
                        if (slice.from() != null) {
                            look(slice.from(), bound);
                        }
                        if (slice.to() != null) {
                            look(slice.to(), bound);
                        }
                    }
                    case Ast.NewAxis _ -> {
                    }
                }
            });
        }
    }

    private void name(String name, Set<String> bound) {
        if (bound.contains(name) || Definitions.CONSTANTS.contains(name) || !Primitive.named(name).isEmpty()) {
            return;
        }
        Definition definition = definitions.get(name);
        if (definition == null) {
            found.add(name);
        } else {
            body(definition);
        }
    }

    private void call(String name) {
        Definition definition = definitions.get(name);
        if (definition != null) {
            body(definition);
        }
    }

    private void body(Definition definition) {
        if (seen.add(definition)) {
            Set<String> own = new HashSet<>();
            definition.parameters().forEach(parameter -> own.add(parameter.name().name()));
            look(definition.statement().body(), own);
        }
    }
}
