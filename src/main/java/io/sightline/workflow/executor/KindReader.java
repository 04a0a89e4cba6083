package io.sightline.workflow.executor;

/** Makes the value that blocks work with from its wire form. */
@FunctionalInterface
interface KindReader {
  /**
   * @param parameter the value's name in errors, such as predictions.[0]
   * @param value string, number, boolean, list, map or already the value itself
   * @param pictures reads pictures; null where none can be made
   */
  Object read(String parameter, Object value, PictureReader pictures);
}
