package org.adequal;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.adequal.planted.cli.Terminal;
import org.adequal.planted.expr.Asserting;
import org.adequal.planted.expr.FileReading;
import org.adequal.planted.expr.Leaf;
import org.adequal.planted.expr.Witnessing;
import org.adequal.planted.number.Ending;
import org.adequal.planted.number.ExpressionKnowing;
import org.adequal.planted.number.Printing;
import org.adequal.planted.stray.Homeless;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The walls between the rooms: who may use whom, who may touch the outside world, who may ask Commons Math.
 *
 * <p>Every rule is also run on classes planted in {@code org.adequal.planted}, each of which breaks exactly one rule: a
 * rule that could not fail would be no wall.
 */
class ArchitectureTest {

    private static final String ROOT = "org.adequal.";
    private static final String PLANTED = "org.adequal.planted.";

    /** A package below the root, and the rooms it may use; the table of docs/architecture.md. */
    enum Room {
        NUMBER(),
        EXPR(NUMBER),
        EVAL(EXPR, NUMBER),
        SYNTAX(EXPR, NUMBER),
        CALCULUS(SYNTAX, EXPR, NUMBER),
        SIMPLIFY(SYNTAX, EVAL, EXPR, NUMBER),
        CHECK(SIMPLIFY, CALCULUS, SYNTAX, EVAL, EXPR, NUMBER),
        VERDICT(CHECK, CALCULUS, SYNTAX, EVAL, EXPR, NUMBER),
        OPTIMIZE(CHECK, SIMPLIFY, CALCULUS, SYNTAX, EVAL, EXPR, NUMBER),
        DATA(NUMBER),
        CHART(NUMBER),
        PLOT(CHART, OPTIMIZE, CHECK, SIMPLIFY, CALCULUS, SYNTAX, EVAL, EXPR, NUMBER),
        EXPORT(EXPR, NUMBER),
        CLAIMS(VERDICT, CHECK, DATA, CALCULUS, SYNTAX, EVAL, EXPR, NUMBER),
        SESSION(CLAIMS, VERDICT, EXPORT, PLOT, CHART, DATA, OPTIMIZE, CHECK, SIMPLIFY, CALCULUS, SYNTAX, EVAL, EXPR,
                NUMBER),
        ORACLE(SESSION, CLAIMS, VERDICT, EXPORT, PLOT, CHART, DATA, OPTIMIZE, CHECK, SIMPLIFY, CALCULUS, SYNTAX, EVAL,
                EXPR,
                NUMBER),
        TESTING(CLAIMS, VERDICT, PLOT, CHART, DATA, OPTIMIZE, CHECK, SIMPLIFY, CALCULUS, SYNTAX, EVAL, EXPR, NUMBER),
        CLI(ORACLE, SESSION, CLAIMS, VERDICT, CHART, DATA, OPTIMIZE, CHECK, SYNTAX, EXPR, NUMBER);

        @SuppressWarnings("ImmutableEnumChecker") // a set made by Set.of
        private final Set<Room> uses;

        Room(Room... uses) {
            this.uses = Set.of(uses);
        }

        String in(String root) {
            return root + name().toLowerCase(Locale.ROOT) + "..";
        }

        /** The packages this room must not know. */
        String[] strangers(String root) {
            return Arrays.stream(values()).filter(room -> room != this && !uses.contains(room))
                    .map(room -> room.in(root)).toArray(String[]::new);
        }
    }

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.adequal");

    @ParameterizedTest
    @EnumSource
    void roomsUseOnlyWhatTheyMay(Room room) {
        arrows(room, ROOT).check(PRODUCT);
    }

    @Test
    void everyClassHasARoom() {
        everyRoomKnown(ROOT).check(PRODUCT);
    }

    @Test
    void onlyTheCommandLineTouchesTheWorld() {
        noFiles(ROOT).check(PRODUCT);
        noStreams(ROOT).check(PRODUCT);
        noExit(ROOT).check(PRODUCT);
    }

    @Test
    void commonsMathIsAskedInFourRooms() {
        commonsMath(ROOT).check(PRODUCT);
    }

    @Test
    void testLibrariesAreForTestingOnly() {
        testLibraries(ROOT).check(PRODUCT);
        assertThat(PRODUCT.stream().filter(each -> each.getPackageName().equals("org.adequal.testing"))
                .filter(each -> !each.getName()
                        .matches(".*\\.(Gradient|BlackBox)(Assert|Test|TestExtension|Arbitrar.*)(\\$.*)?"))
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .filter(name -> name.matches("(org\\.junit|org\\.assertj|net\\.jqwik)\\..*")))
                .as("what is of use without a test library").isEmpty();
    }

    /** The generated parser is the only package without: nobody writes it. */
    @Test
    void everyPackageIsNullMarked() {
        assertThat(PRODUCT).isNotEmpty();
        assertThat(PRODUCT.stream().map(JavaClass::getPackage).distinct()
                .filter(each -> !each.getName().equals("org.adequal.syntax.grammar"))
                .filter(each -> !each.isAnnotatedWith(NullMarked.class)).map(each -> each.getName()))
                .as("packages without @NullMarked in their package-info").isEmpty();
    }

    @Test
    void plantedFaultsAreCaught() {
        assertCaught(root -> arrows(Room.NUMBER, root), ExpressionKnowing.class);
        assertCaught(ArchitectureTest::everyRoomKnown, Homeless.class);
        assertCaught(ArchitectureTest::noFiles, FileReading.class);
        assertCaught(ArchitectureTest::noStreams, Printing.class);
        assertCaught(ArchitectureTest::noExit, Ending.class);
        assertCaught(ArchitectureTest::commonsMath, Witnessing.class);
        assertCaught(ArchitectureTest::testLibraries, Asserting.class);
        assertThat(new ClassFileImporter().importClasses(Leaf.class).get(Leaf.class).getPackage()
                .isAnnotatedWith(NullMarked.class)).isFalse();
    }

    /** The rule fails with the planted class, names it, and passes without it. */
    private static void assertCaught(Function<String, ArchRule> rule, Class<?> offender) {
        List<Class<?>> innocent = Stream
                .<Class<?>>of(Leaf.class, Terminal.class, ExpressionKnowing.class, Homeless.class,
                        FileReading.class, Printing.class, Ending.class, Witnessing.class, Asserting.class)
                .filter(each -> each != offender).toList();
        rule.apply(PLANTED).check(new ClassFileImporter().importClasses(innocent));
        JavaClasses guilty = new ClassFileImporter().importClasses(offender, Leaf.class);
        assertThatThrownBy(() -> rule.apply(PLANTED).check(guilty)).isInstanceOf(AssertionError.class)
                .hasMessageContaining(offender.getSimpleName());
    }

    private static ArchRule arrows(Room room, String root) {
        return noClasses().that().resideInAPackage(room.in(root)).should().dependOnClassesThat()
                .resideInAnyPackage(room.strangers(root)).allowEmptyShould(true);
    }

    private static ArchRule everyRoomKnown(String root) {
        return classes().should()
                .resideInAnyPackage(Arrays.stream(Room.values()).map(room -> room.in(root)).toArray(String[]::new))
                .because("a new room needs its row in the table of rooms");
    }

    private static ArchRule noFiles(String root) {
        return noClasses().that().resideOutsideOfPackage(Room.CLI.in(root)).should().dependOnClassesThat()
                .resideInAPackage("java.nio.file..").orShould().dependOnClassesThat()
                .belongToAnyOf(File.class, FileDescriptor.class, FileInputStream.class, FileOutputStream.class,
                        FileReader.class, FileWriter.class, RandomAccessFile.class, ProcessBuilder.class)
                .allowEmptyShould(true);
    }

    private static ArchRule noStreams(String root) {
        return noClasses().that().resideOutsideOfPackage(Room.CLI.in(root)).should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err").orShould().accessField(System.class, "in")
                .orShould().callMethod(Throwable.class, "printStackTrace").allowEmptyShould(true);
    }

    private static ArchRule noExit(String root) {
        return noClasses().that().resideOutsideOfPackage(Room.CLI.in(root)).should()
                .callMethod(System.class, "exit", int.class).orShould()
                .callMethod(Runtime.class, "exit", int.class).orShould()
                .callMethod(Runtime.class, "halt", int.class).allowEmptyShould(true);
    }

    private static ArchRule testLibraries(String root) {
        return noClasses().that().resideOutsideOfPackage(Room.TESTING.in(root)).should().dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.assertj..", "net.jqwik..").allowEmptyShould(true);
    }

    private static ArchRule commonsMath(String root) {
        return noClasses()
                .that(resideInAnyPackage(Room.NUMBER.in(root), Room.CHECK.in(root), Room.OPTIMIZE.in(root),
                        Room.TESTING.in(root)).negate())
                .should().dependOnClassesThat().resideInAPackage("org.apache.commons.math3..").allowEmptyShould(true);
    }
}
