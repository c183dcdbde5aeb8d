import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/// Checks the sources that git knows, or would add, against `limits.properties`: lines of a file in
/// every language, lines of a method and parameters of a constructor in Java.
///
/// Prints one line for each excess and ends with 1 when there is any.
public final class Limits {
  private final Properties limits;
  private final List<String> excesses = new ArrayList<>();

  private Limits(Properties limits) {
    this.limits = limits;
  }

  public static void main(String[] arguments) throws IOException {
    var limits = new Properties();
    try (var in = Files.newBufferedReader(Path.of("scripts/limits.properties"))) {
      limits.load(in);
    }
    var check = new Limits(limits);
    var sources = sources();
    for (var source : sources) {
      check.file(source);
    }
    check.java(sources.stream().filter(source -> source.toString().endsWith(".java")).toList());

    check.excesses.forEach(System.out::println);
    System.out.println("limits: " + sources.size() + " files, " + check.excesses.size() + " too large");
    System.exit(check.excesses.isEmpty() ? 0 : 1);
  }

  private static List<Path> sources() throws IOException {
    var git =
        new ProcessBuilder("git", "ls-files", "-co", "--exclude-standard", "--deduplicate", "--")
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    git.command().addAll(List.of("*.java", "*.ts", "*.tsx", "*.mjs", "*.css", "*.sh", "*.c"));
    try (var lines = git.start().inputReader()) {
      return lines.lines().map(Path::of).filter(Files::exists).toList();
    }
  }

  private void file(Path source) throws IOException {
    try (var lines = Files.lines(source)) {
      bound("lines-of-a-file", lines.count(), source.toString());
    }
  }

  private void java(List<Path> sources) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjectsFromPaths(sources);
      var task = (JavacTask) compiler.getTask(null, files, null, null, null, units);
      var positions = Trees.instance(task).getSourcePositions();
      for (var unit : task.parse()) {
        new Shapes(unit, positions).scan(unit, null);
      }
    }
  }

  private void bound(String limit, long size, String what) {
    if (size > Long.parseLong(limits.getProperty(limit))) {
      excesses.add("%s: %d %s, at most %s".formatted(
          what, size, limit.replace('-', ' '), limits.getProperty(limit)));
    }
  }

  /// Goes through one compilation unit and measures its methods, constructors and records.
  private final class Shapes extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    Shapes(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      if (type.getKind() == Tree.Kind.RECORD) {
        var components =
            type.getMembers().stream()
                .filter(member -> member.getKind() == Tree.Kind.VARIABLE)
                .map(com.sun.source.tree.VariableTree.class::cast)
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .count();
        bound("parameters-of-a-constructor", components, place(type));
      }
      return super.visitClass(type, unused);
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      bound("lines-of-a-function", line(positions.getEndPosition(unit, method)) - start(method) + 1, place(method));
      if (method.getReturnType() == null) {
        bound("parameters-of-a-constructor", method.getParameters().size(), place(method));
      }
      return super.visitMethod(method, unused);
    }

    private String place(Tree tree) {
      return unit.getSourceFile().getName() + ":" + start(tree);
    }

    private long start(Tree tree) {
      return line(positions.getStartPosition(unit, tree));
    }

    private long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }
  }
}
