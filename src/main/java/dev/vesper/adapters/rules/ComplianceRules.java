package dev.vesper.adapters.rules;

import dev.vesper.basics.Problem;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.compliance.ComplianceFacts;
import dev.vesper.limits.judging.ComplianceCheck;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.definition.KiePackage;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.api.runtime.rule.ConsequenceException;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;

/** The compiled rules of rules/compliance; judging is stateless and changes no fact. */
final class ComplianceRules implements ComplianceCheck {
    private static final String PACKAGE = "compliance.";

    /** By the name of their package. */
    private final Map<String, RuleFile> files;

    private final List<RuleVersion> rules;
    private final InternalKnowledgeBase base;

    private ComplianceRules(Map<String, RuleFile> files, InternalKnowledgeBase base) {
        this.files = Collections.unmodifiableMap(files);
        this.rules = files.values().stream().map(RuleFile::rule).toList();
        this.base = base;
    }

    /** Compiles all files together; each must hold the package that bears its name. */
    static ComplianceRules compile(List<RuleFile> files) {
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
        Map<String, RuleFile> byPackage = new LinkedHashMap<>();
        for (RuleFile file : files) {
            requirePackage(file);
            requireOwn(file, byPackage.put(packageName(file), file));
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
        return new ComplianceRules(byPackage, base);
    }

    @Override
    public List<Verdict> judge(AccountBook book) {
        ComplianceVerdicts verdicts = new ComplianceVerdicts(files);
        StatelessKieSession session = base.newStatelessKieSession();
        session.setGlobal("verdicts", verdicts);
        try {
            session.execute(ComplianceFacts.of(book));
        } catch (ConsequenceException e) {
            throw e.getCause() instanceof Problem problem ? problem : e;
        }
        return verdicts.said().of(book, rules);
    }

    List<RuleInfo> infos() {
        List<RuleInfo> infos = new ArrayList<>();
        for (RuleFile file : files.values()) {
            List<List<String>> rows = base.getKiePackages().stream()
                    .filter(p -> p.getName().equals(packageName(file)))
                    .map(KiePackage::getRules)
                    .flatMap(rules -> rules.stream().map(r -> List.of(r.getName())))
                    .sorted((a, b) -> a.getFirst().compareTo(b.getFirst()))
                    .toList();
            infos.add(new RuleInfo(
                    file.rule(), RuleKind.COMPLIANCE, file.path(), about(file.text()), List.of("Rule"), rows));
        }
        return infos;
    }

    /** {@code wash-sale.drl} holds the package {@code compliance.wash_sale}. */
    private static String packageName(RuleFile file) {
        return PACKAGE + file.rule().name().replace('-', '_');
    }

    private static void requirePackage(RuleFile file) {
        String expected = "package " + packageName(file);
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

    private static void requireOwn(RuleFile file, @Nullable RuleFile other) {
        if (other != null) {
            throw file.problem(
                    0,
                    "Expected a package of its own, but " + packageName(file) + " is also that of " + other.path()
                            + "; maybe rename the file");
        }
    }

    private static RuntimeException broken(RuleFile file, KnowledgeBuilderError error) {
        int line = error.getLines().length > 0 ? error.getLines()[0] : 0;
        return file.problem(
                line,
                "Expected a rule that compiles, but "
                        + error.getMessage().strip().replaceAll("\\s+", " ")
                        + "; the rules that were live stay live");
    }

    /** The comment that a text begins with. */
    static String about(String text) {
        return text.lines()
                .takeWhile(l -> l.startsWith("//"))
                .map(l -> l.substring(2).strip())
                .collect(Collectors.joining(" "));
    }
}
