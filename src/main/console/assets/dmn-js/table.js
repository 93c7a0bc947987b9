// What of dmn-js the console uses: the view of a decision table, to edit and to look at.
import EditingManager from "dmn-js-shared/lib/base/EditingManager";
import Manager from "dmn-js-shared/lib/base/Manager";
import TableEditor from "dmn-js-decision-table/lib/Editor";
import TableViewer from "dmn-js-decision-table/lib/Viewer";
import { is } from "dmn-js-shared/lib/util/ModelUtil";

const only = (constructor) => [{
  id: "decisionTable",
  constructor,
  opens: (element) => is(element, "dmn:Decision") && is(element.decisionLogic, "dmn:DecisionTable"),
}];

export class Editor extends EditingManager {
  _getViewProviders() { return only(TableEditor); }
}

export class Viewer extends Manager {
  _getViewProviders() { return only(TableViewer); }
}
