package dev.vesper.app.pages;

import dev.vesper.adapters.console.PagePath;
import dev.vesper.adapters.console.Pages;
import dev.vesper.adapters.text.PercentText;
import dev.vesper.desk.approval.TaskMark;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.run.RunRecord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which addresses are asked for: every page, what its scripts ask for, later pages of its lists, searches. */
final class AskedPages {
    private static final String AUDIT = PagePath.ROOT + "audit?";
    private static final String TASKS = PagePath.ROOT + "tasks?whose=all&state=";

    private AskedPages() {}

    /**
     * By what they are called.
     *
     * @param run about which pages of one run are
     * @param seldom somebody with few rows in the audit log
     */
    static Map<String, String> of(Operations asked, RunRecord run, String seldom) {
        Map<String, String> values = new HashMap<>();
        String id = run.id().value();
        values.put("run", id);
        values.put("subject", id);
        values.put("task", "propose-trades");
        asked.orders().list(run.id(), 0, 1).forEach(order -> values.put("order", order.order()));
        asked.limits().worst(run.id()).stream().limit(1).forEach(line -> {
            values.put("rule", line.rule());
            values.put("account", line.account());
        });
        Map<String, String> addresses = new LinkedHashMap<>();
        Pages.ALL.forEach(page -> addresses.put(page.word(), page.path().fill(values)));
        String orders = addresses.get("orders");
        String order = addresses.get("order");
        String proposal = addresses.get("proposal");
        addresses.put("runs, chart", PagePath.ROOT + "runs-stages");
        addresses.put("order, chart", order + "/children");
        addresses.put("orders, later", orders + "?from=200");
        addresses.put("order, later", order + "?from=10");
        addresses.put("proposal, later", proposal + "?from=100");
        addresses.put("proposal, verdicts", proposal + "?show=verdicts&from=200");
        addresses.put("tasks, all open", TASKS + "open");
        addresses.put("tasks, answered", TASKS + "answered");
        addresses.put("audit, older", AUDIT + "before=100000");
        addresses.put("audit, oldest", AUDIT + "before=150");
        addresses.put("audit, by who", AUDIT + "who=user7");
        addresses.put("audit, by who, older", AUDIT + "who=user7&before=100000");
        addresses.put("audit, by who, seldom", AUDIT + "who=" + seldom);
        addresses.put("audit, by nobody", AUDIT + "who=nobody-of-that-name");
        addresses.put("audit, by action", AUDIT + "action=maker-asked");
        addresses.put("audit, by rare action", AUDIT + "action=kill-switch-pressed");
        addresses.put("audit, by who, action", AUDIT + "who=" + seldom + "&action=maker-asked");
        addresses.put("audit, by run", AUDIT + "subject=" + id);
        addresses.put(
                "audit, by month",
                AUDIT + "from=" + run.date().minusDays(90) + "&to=" + run.date().minusDays(60));
        addresses.put("audit, by words", AUDIT + "words=approved");
        addresses.put("audit, by words, none", AUDIT + "words=nothing-of-that-kind");
        addresses.put("audit, by where", AUDIT + "where=10.0.0.77");
        addresses.put(
                "API, runs, later",
                "/api/v1/runs?after=" + asked.runs().newest(200).getLast().id());
        addresses.put(
                "API, tasks, later",
                "/api/v1/tasks?after="
                        + PercentText.encoded(
                                TaskMark.of(asked.tasks().newest("", 200).getLast())
                                        .toString()));
        addresses.put("API, data quality", "/api/v1/data-quality?runs=250");
        return addresses;
    }
}
