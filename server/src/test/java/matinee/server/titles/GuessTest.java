package matinee.server.titles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import matinee.server.titles.Guess.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is told by the names of files, as they are given in the wild.
final class GuessTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Show.Name.S02E05.1080p | Show Name | 2 | 5 | ''",
        "Show Name S02E05 The Return 720p WEB-DL x264-GRP | Show Name | 2 | 5 | The Return",
        "Show 2x05 | Show | 2 | 5 | ''",
        "Show - 12 | Show | 1 | 12 | ''",
        "[Group] Show Name - 03 [1080p][ABCD1234] | Show Name | 1 | 3 | ''",
        "show_name_s1_e12_pilot | show name | 1 | 12 | pilot",
        "Die Serie, Folge 4 | Die Serie | 1 | 4 | ''",
        "Die Serie Staffel 2 Folge 4 - Der Anfang | Die Serie | 2 | 4 | Der Anfang",
        "Сериал. Серия 5 | Сериал | 1 | 5 | ''",
        "Сериал сезон 3 серия 7 | Сериал | 3 | 7 | ''",
        "Show Name - Season 1 Episode 2 - Two | Show Name | 1 | 2 | Two",
        "The 100 S01E13 | The 100 | 1 | 13 | ''",
        "Show S00E01 Special | Show | 0 | 1 | Special",
      })
  void an_episode_is_known(String file, String series, int season, int number, String name) {
    assertThat(Guess.of(file))
        .isEqualTo(
            new Guess(name, OptionalInt.empty(), Optional.of(new Part(series, season, number))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The.Long.Way.2019.1080p.BluRay.x264-GRP | The Long Way | 2019",
        "The Long Way (2019) | The Long Way | 2019",
        "The Long Way [2019] 2160p HDR | The Long Way | 2019",
        "2001 A Space Odyssey (1968) | 2001 A Space Odyssey | 1968",
        "Blade Runner 2049 2017 1080p | Blade Runner 2049 | 2017",
        "Das Boot 1981 | Das Boot | 1981",
        "Метель (1964) DVDRip | Метель | 1964",
      })
  void a_film_and_its_year_are_known(String file, String name, int year) {
    assertThat(Guess.of(file)).isEqualTo(new Guess(name, OptionalInt.of(year), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Long Way 1080p WEBRip | The Long Way",
        "2001 | 2001",
        "1917 1080p | 1917",
        "Se7en | Se7en",
        "Charlotte's Web | Charlotte's Web",
        "Film 1920x1080 | Film 1920x1080",
        "Blade Runner 2049 | Blade Runner 2049",
        "Holiday in Rome - Part 2 | Holiday in Rome - Part 2",
      })
  void without_a_year_there_is_none(String file, String name) {
    assertThat(Guess.of(file)).isEqualTo(new Guess(name, OptionalInt.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"S01E02", "1080p", "[Group]", "...", "(2019)"})
  void where_nothing_can_be_told_the_name_is_all_of_it(String file) {
    assertThat(Guess.of(file)).isEqualTo(new Guess(file, OptionalInt.empty(), Optional.empty()));
  }

  @Test
  void a_series_has_the_year_that_stands_behind_its_name() {
    assertThat(Guess.of("Show Name (2005) S01E02"))
        .isEqualTo(new Guess("", OptionalInt.of(2005), Optional.of(new Part("Show Name", 1, 2))));
  }
}
