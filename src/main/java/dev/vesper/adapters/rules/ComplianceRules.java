package dev.vesper.adapters.rules;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.judging.ComplianceCheck;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieServices;
import org.kie.api.definition.KiePackage;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;

/** The compiled rules of rules/compliance; judging is stateless and changes no fact. */
final class ComplianceRules implements ComplianceCheck {
    private static final String PACKAGE = "compliance.";

    private final List<RuleFile> files;
    private final InternalKnowledgeBase base;
    private final SortedMap<String, String> versions;

    private ComplianceRules(List<RuleFile> files, InternalKnowledgeBase base) {
        this.files = files;
        this.base = base;
        SortedMap<String, String> byName = new TreeMap<>();
        files.forEach(f -> byName.put(f.name(), f.version()));
        this.versions = Collections.unmodifiableSortedMap(byName);
    }

    /** Compiles all files together; each must hold the package that bears its name. */
    static ComplianceRules compile(List<RuleFile> files) {
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
        for (RuleFile file : files) {
            requirePackage(file);
            Resource resource = KieServices.get()
                    .getResources()
                    .newByteArrayResource(file.text().getBytes(StandardCharsets.UTF_8));
            resource.setSourcePath(file.path());
            builder.add(resource, ResourceType.DRL);
            if (builder.hasErrors()) {
                throw broken(file, builder.getErrors().iterator().next());
            }
        }
        InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase();
        base.addPackages(builder.getKnowledgePackages());
        return new ComplianceRules(files, base);
    }

    @Override
    public List<Verdict> judge(AccountBook book) {
        ComplianceVerdicts verdicts = new ComplianceVerdicts(versions);
        StatelessKieSession session = base.newStatelessKieSession();
        session.setGlobal("verdicts", verdicts);
        session.execute(ComplianceFacts.of(book));
        List<Verdict> all = verdicts.all();
        Set<String> broken = all.stream().map(Verdict::rule).collect(Collectors.toSet());
        for (RuleFile file : files) {
            if (!broken.contains(file.name()) && !book.orders().isEmpty()) {
                all.add(passed(file, book));
            }
        }
        return all;
    }

    List<RuleInfo> infos() {
        List<RuleInfo> infos = new ArrayList<>();
        for (RuleFile file : files) {
            List<List<String>> rows = base.getKiePackages().stream()
                    .filter(p -> ruleName(p.getName()).equals(file.name()))
                    .map(KiePackage::getRules)
                    .flatMap(rules -> rules.stream().map(r -> List.of(r.getName())))
                    .sorted((a, b) -> a.getFirst().compareTo(b.getFirst()))
                    .toList();
            infos.add(new RuleInfo(
                    file.name(), file.version(), "compliance", file.path(), about(file), List.of("Rule"), rows));
        }
        return infos;
    }

    /** {@code compliance.wash_sale} is {@code wash-sale}. */
    static String ruleName(String packageName) {
        return packageName
                .substring(packageName.startsWith(PACKAGE) ? PACKAGE.length() : 0)
                .replace('_', '-');
    }

    private static Verdict passed(RuleFile file, AccountBook book) {
        int checked = book.orders().size();
        String account = book.account().id();
        return new Verdict(
                file.name(),
                file.version(),
                Outcome.PASS,
                account,
                account,
                checked == 1 ? "The order keeps this rule." : "All " + checked + " orders keep this rule.",
                Verdict.numbers(java.util.Map.of("checked", BigDecimal.valueOf(checked))),
                "",
                Optional.empty());
    }

    private static void requirePackage(RuleFile file) {
        String expected = "package " + PACKAGE + file.name().replace('-', '_');
        int line = 0;
        for (String text : file.text().lines().toList()) {
            line++;
            if (text.startsWith("package ")) {
                if (!text.strip().replace(";", "").equals(expected)) {
                    throw file.problem(
                            line,
                            "Expected \"" + expected + ";\", which bears the file's name, but it says \"" + text.strip()
                                    + "\"");
                }
                return;
            }
        }
        throw file.problem(0, "Expected a line \"" + expected + ";\", but there is no package line");
    }

    private static RuntimeException broken(RuleFile file, KnowledgeBuilderError error) {
        int line = error.getLines().length > 0 ? error.getLines()[0] : 0;
        return file.problem(
                line,
                "Expected a rule that compiles, but "
                        + error.getMessage().strip().replaceAll("\\s+", " ")
                        + "; the rules that were live stay live");
    }

    /** The comment that a file begins with. */
    private static String about(RuleFile file) {
        return file.text()
                .lines()
                .takeWhile(l -> l.startsWith("//"))
                .map(l -> l.substring(2).strip())
                .collect(Collectors.joining(" "));
    }
}
