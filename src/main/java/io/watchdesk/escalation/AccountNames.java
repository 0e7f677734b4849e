package io.watchdesk.escalation;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.crisis.Crisis;
import java.util.List;
import org.springframework.stereotype.Component;

/** What people call the accounts of a crisis. */
@Component
class AccountNames {

    private final Accounts accounts;

    AccountNames(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The name of each; of one that is not set up any more its id. */
    List<String> of(Crisis crisis) {
        return crisis.accounts().stream()
                .map(id -> accounts.find(id).map(Account::name).orElse(id))
                .toList();
    }
}
