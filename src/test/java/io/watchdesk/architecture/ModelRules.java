package io.watchdesk.architecture;

import java.util.LinkedHashMap;
import java.util.Map;

/** All rules of the models, each under the sentence that a failing build shows. */
final class ModelRules {

    private ModelRules() {}

    static Map<String, ModelRule> all() {
        Map<String, ModelRule> rules = new LinkedHashMap<>();
        rules.put("folder, file and process have one name", NamingRules::oneNameForFolderFileAndProcess);
        rules.put("ids agree with types and labels", NamingRules::idsAgreeWithTypesAndLabels);
        rules.put("labels read like sentences", NamingRules::labelsReadLikeSentences);
        rules.put(
                "messages, errors and escalations are named after what happened",
                NamingRules::messagesErrorsAndEscalationsAreNamedAfterWhatHappened);
        rules.put("every process says what it is for", TransactionRules::everyProcessSaysWhatItIsFor);
        rules.put("a level fits a head", TransactionRules::aLevelFitsAHead);
        rules.put(
                "no scripts, no lanes, no business in expressions",
                TransactionRules::noScriptsNoLanesNoBusinessInExpressions);
        rules.put("conditions compare one variable", TransactionRules::conditionsCompareOneVariable);
        rules.put(
                "save points stand where the database is left",
                TransactionRules::savePointsStandWhereTheDatabaseIsLeft);
        rules.put("delegates exist and are named after their task", TaskRules::delegatesExistAndAreNamedAfterTheirTask);
        rules.put("user tasks reach their people", TaskRules::userTasksReachTheirPeople);
        rules.put("answers are declared and heard", TaskRules::answersAreDeclaredAndHeard);
        rules.put("user tasks have their form", TaskRules::userTasksHaveTheirForm);
        rules.put("called processes exist", CallRules::calledProcessesExist);
        rules.put("decisions exist", CallRules::decisionsExist);
        rules.put("what is thrown is caught", CallRules::whatIsThrownIsCaught);
        rules.put("everything is drawn", LayoutRules::everythingIsDrawn);
        rules.put("a model fits one screen", LayoutRules::onOneScreen);
        rules.put("nothing lies on anything else", LayoutRules::nothingLiesOnAnythingElse);
        rules.put("labels can be read", LayoutRules::labelsCanBeRead);
        rules.put("lines are straight", LayoutRules::linesAreStraight);
        rules.put("time runs from left to right", LayoutRules::timeRunsFromLeftToRight);
        rules.put("file and decision have one name", DecisionRules::oneNameForFileAndDecision);
        rules.put("every row of a decision says why", DecisionRules::everyRuleSaysWhy);
        rules.put("nothing falls through a decision", DecisionRules::nothingFallsThrough);
        rules.put("columns of a decision have headings", DecisionRules::columnsHaveHeadings);
        rules.put("every form is shown", FormRules::everyFormIsShown);
        rules.put("forms send what their task declares", FormRules::formsSendWhatTheirTaskDeclares);
        rules.put("Camunda Forms use what Tasklist carries", FormRules::camundaFormsUseWhatTasklistCarries);
        rules.put("embedded forms are safe", FormRules::embeddedFormsAreSafe);
        rules.put("vocabulary equals model", VocabularyRules::vocabularyEqualsModel);
        return rules;
    }
}
