package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.block.Form;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.RunLimits;
import io.sightline.workflow.query.Statement;
import io.sightline.workflow.query.StatementForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An expression's cases: the first whose condition holds answers, or else the default. */
record Cases(List<Case> cases, CaseResult otherwise) {
  /** A condition and what is answered where it holds. */
  record Case(Statement condition, CaseResult result) {}

  Object value(Map<String, Object> variables, RunLimits limits) {
    for (Case one : cases) {
      if (one.condition.test(variables, limits)) {
        return one.result.value(variables, limits);
      }
    }
    return otherwise.value(variables, limits);
  }

  /** How documents write cases. */
  record CasesForm() implements Form {
    @Override
    public boolean fits(Object raw) {
      return raw instanceof Map<?, ?>;
    }

    /**
     * @throws FormException saying what would be right
     */
    @Override
    public Object read(Object raw) {
      Map<?, ?> object = Parts.object(raw);
      Parts.tagged(object, "CasesDefinition");
      List<Case> cases = new ArrayList<>();
      for (Object element : Parts.list(Parts.required(object, "cases"))) {
        Map<?, ?> one = Parts.object(element);
        Parts.tagged(one, "CaseDefinition");
        cases.add(
            new Case(
                (Statement) new StatementForm().read(Parts.required(one, "condition")),
                CaseResult.read(Parts.object(Parts.required(one, "result")))));
      }
      return new Cases(
          List.copyOf(cases), CaseResult.read(Parts.object(Parts.required(object, "default"))));
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "object");
    }
  }
}
