# Makes claudestep::libdeflate: the packaged archive where libgit2 is linked from archives as well,
# since a program starts faster with one library less to load; else the shared library.
pkg_check_modules(LIBDEFLATE REQUIRED IMPORTED_TARGET libdeflate)
add_library(claudestep_libdeflate INTERFACE)
add_library(claudestep::libdeflate ALIAS claudestep_libdeflate)
find_library(CLAUDESTEP_LIBDEFLATE_ARCHIVE NAMES libdeflate.a HINTS ${LIBDEFLATE_LIBDIR})
mark_as_advanced(CLAUDESTEP_LIBDEFLATE_ARCHIVE)
if(CLAUDESTEP_LIBGIT2_KIND STREQUAL "static" AND CLAUDESTEP_LIBDEFLATE_ARCHIVE)
  target_include_directories(claudestep_libdeflate SYSTEM INTERFACE ${LIBDEFLATE_INCLUDE_DIRS})
  target_link_libraries(claudestep_libdeflate INTERFACE "${CLAUDESTEP_LIBDEFLATE_ARCHIVE}")
else()
  target_link_libraries(claudestep_libdeflate INTERFACE PkgConfig::LIBDEFLATE)
endif()
