package org.adequal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The test class that docs/testing.md shows compiles, and its tests pass. */
class TestingPageTest {
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("^class (\\w+)", Pattern.MULTILINE);

    @Test
    void theExampleIsTrue(@TempDir Path folder) throws Exception {
        Matcher block = JAVA.matcher(Files.readString(Path.of("docs", "testing.md")));
        assertThat(block.find()).isTrue();
        Matcher name = CLASS.matcher(block.group(1));
        assertThat(name.find()).isTrue();
        Path source = Files.writeString(folder.resolve(name.group(1) + ".java"), block.group(1));
        compile(source, folder);
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[]{folder.toUri().toURL()},
                getClass().getClassLoader())) {
            thread.setContextClassLoader(loader);
            Class<?> example = loader.loadClass(name.group(1));
            EngineTestKit.engine("junit-jupiter").selectors(DiscoverySelectors.selectClass(example)).execute()
                    .testEvents().assertStatistics(statistics -> statistics.started(12).succeeded(12));
            EngineTestKit.engine("jqwik").selectors(DiscoverySelectors.selectClass(example)).execute().testEvents()
                    .assertStatistics(statistics -> statistics.started(1).succeeded(1));
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    private static void compile(Path source, Path folder) throws Exception {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            assertThat(compiler.getTask(said, files, null,
                    List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")), null,
                    files.getJavaFileObjects(source)).call()).as(said.toString()).isTrue();
        }
    }
}
