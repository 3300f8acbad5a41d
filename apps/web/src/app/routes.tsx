import { Navigate, Route, Routes } from 'react-router-dom';
import { paths, routes } from '../lib/paths.js';
import { useAccount, useSession } from '../lib/session.js';
import { BareLayout } from './frame/bare-layout.js';
import { ForVisitors, SignedIn } from './guards.js';
import { Layout } from './frame/layout.js';
import * as pages from './pages.js';
import { RouteFocus } from './frame/route-focus.js';
import { TitleAnnouncer } from './frame/title-announcer.js';

/** Every page, and who may see it. */
export function AppRoutes() {
  return (
    <>
      <RouteFocus />
      <TitleAnnouncer />
      <Routes>
        <Route element={<Layout />}>
          <Route path={paths.home} element={<Home />} />
          <Route path={paths.doctors} element={<pages.DoctorsPage />} />
          <Route path={routes.doctor} element={<pages.DoctorPage />} />
          <Route element={<SignedIn as={['patient', 'doctor']} />}>
            <Route path={paths.appointments} element={<pages.AppointmentsPage />} />
            <Route path={paths.messages} element={<pages.MessagesPage />} />
            <Route path={routes.conversation} element={<pages.MessagesPage />} />
            <Route path={paths.calls} element={<pages.CallsPage />} />
            <Route path={paths.profile} element={<Profile />} />
          </Route>
          <Route element={<SignedIn as={['doctor']} />}>
            <Route path={paths.today} element={<pages.TodayPage />} />
            <Route path={paths.schedule} element={<pages.AvailabilityPage />} />
          </Route>
          <Route path="*" element={<pages.NotFoundPage />} />
        </Route>
        <Route element={<BareLayout />}>
          <Route element={<ForVisitors />}>
            <Route path={paths.signIn} element={<pages.SignInPage />} />
            <Route path={paths.signUp} element={<pages.SignUpPage />} />
            <Route path={paths.forgotPassword} element={<pages.ForgotPasswordPage />} />
            <Route path={paths.resetPassword} element={<pages.ResetPasswordPage />} />
          </Route>
          <Route element={<SignedIn as={['patient', 'doctor']} />}>
            <Route path={routes.consult} element={<pages.ConsultPage />} />
          </Route>
        </Route>
      </Routes>
    </>
  );
}

/** A doctor's day starts with the day; everyone else's with finding a doctor. */
function Home() {
  const { session } = useSession();
  const isDoctor = session.status === 'signed-in' && session.account.role === 'doctor';
  return isDoctor ? <Navigate to={paths.today} replace /> : <pages.DoctorsPage />;
}

function Profile() {
  return useAccount().role === 'doctor' ? <pages.DoctorProfilePage /> : <pages.PatientProfilePage />;
}
