@org.jspecify.annotations.NullMarked
package matinee.spec;
