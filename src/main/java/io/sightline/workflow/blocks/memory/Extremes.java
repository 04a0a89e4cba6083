package io.sightline.workflow.blocks.memory;

import java.util.function.Function;

/** The least and the greatest value; of equal ones the first. */
final class Extremes implements Aggregate {
  private final Function<Extremes, Object> answer;
  private Object least;
  private Object greatest;
  private boolean any;

  /**
   * @param answer what is told of them
   */
  Extremes(Function<Extremes, Object> answer) {
    this.answer = answer;
  }

  @Override
  public void add(Object value) {
    if (!any || PythonNumbers.compare(value, least) < 0) {
      least = value;
    }
    if (!any || PythonNumbers.compare(value, greatest) > 0) {
      greatest = value;
    }
    any = true;
  }

  @Override
  public Object result() {
    return any ? answer.apply(this) : null;
  }

  Object least() {
    return least;
  }

  Object greatest() {
    return greatest;
  }

  Object difference() {
    return PythonNumbers.subtract(greatest, least);
  }
}
