package io.watchdesk.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CodeTest {

    private static final String ROOT = "io.watchdesk";
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void only_process_packages_know_Camunda() {
        CodeRules.onlyProcessPackagesKnowCamunda(ROOT).check(PRODUCT);
    }

    @Test
    void only_platform_knows_the_inside_of_Camunda() {
        CodeRules.onlyPlatformKnowsTheInsideOfCamunda(ROOT).check(PRODUCT);
    }

    @Test
    void delegates_live_in_process_packages() {
        CodeRules.delegatesLiveInProcessPackages().check(PRODUCT);
    }

    @Test
    void listeners_live_in_process_packages() {
        CodeRules.listenersLiveInProcessPackages().check(PRODUCT);
    }

    @Test
    void process_packages_leave_the_database_to_their_capability() {
        CodeRules.processPackagesLeaveTheDatabaseToTheirCapability(ROOT).check(PRODUCT);
    }

    @Test
    void nobody_reads_the_real_clock() {
        CodeRules.nobodyReadsTheRealClock(ROOT).check(PRODUCT);
    }

    @Test
    void nobody_sleeps() {
        CodeRules.nobodySleeps().check(new ClassFileImporter().importPackages(ROOT));
    }

    @Test
    void nobody_interrupts() {
        CodeRules.nobodyInterrupts().check(PRODUCT);
    }

    @Test
    void only_the_guarded_client_and_the_mail_rooms_open_connections() {
        // PublicAddresses reads the ranges it knows, written as numbers; SmtpMailServer and MailboxWatch speak to the
        // mail servers of the settings, DirectoryBeans and DirectoryConnections to their directory; Provider gives
        // Spring
        // Security clients that stand on the guarded one; DemoMailSender keeps the demo's mails.
        CodeRules.onlyTheseOpenConnections(
                        "GuardedHttp",
                        "PublicAddresses",
                        "SmtpMailServer",
                        "MailboxWatch",
                        "DirectoryBeans",
                        "DirectoryConnections",
                        "Provider",
                        "ProviderHttp",
                        "DemoMailSender")
                .check(PRODUCT);
    }

    @Test
    void nothing_is_injected_into_fields() {
        CodeRules.noFieldInjection().check(PRODUCT);
    }

    @Test
    void nothing_is_injected_into_setters() {
        CodeRules.noSetterInjection().check(PRODUCT);
    }

    @Test
    void roots_do_not_know_their_sub_packages() {
        CodeRules.rootsDoNotKnowTheirSubPackages(ROOT).check(PRODUCT);
    }

    @Test
    void packages_form_no_circle() {
        CodeRules.packagesFormNoCircle(ROOT).check(PRODUCT);
    }
}
