package dev.vesper.desk.operations;

/** What can be asked of Vesper by one caller, the same in process and over HTTP: a topic for each part of the business. */
public interface Operations {
    Runs runs();

    Orders orders();

    Limits limits();

    Repair repair();

    Quality quality();

    Tasks tasks();

    Inbox inbox();

    Audit audit();

    BooksOfRecord books();

    Schedule schedule();

    Clock clock();

    Kills kills();

    VenueSessions venues();

    Rules rules();

    RuleDrafts drafts();

    RuleTables ruleTables();

    RuleCases ruleCases();

    RuleModels ruleModels();

    RuleFiles ruleFiles();

    RuleLists ruleLists();

    RuleWaivers waivers();

    Breaches breaches();

    Service service();

    Users users();

    Me me();

    Entry entry();
}
